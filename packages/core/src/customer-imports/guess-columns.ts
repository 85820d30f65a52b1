import { guessColumns as guess } from "../imports/guess-columns.ts";
import type { ImportField } from "./schemas.ts";

/** Names of columns that say what they hold, beside the field's own. */
const alsoCalled: Partial<Record<ImportField, string[]>> = {
  name: ["company", "company name", "customer", "customer name"],
  partner: ["reseller", "partner account", "sold by"],
  email: ["e-mail", "contact e-mail", "email address"],
  externalId: ["external id", "id", "customer id"],
  type: ["customer type"],
  rate: ["commission", "commission rate"],
  taxId: ["tax id", "vat id", "vat number"],
  plan: ["plan name", "product"],
  interval: ["billing interval", "billed every", "billing period"],
  quantity: ["seats", "units"],
  startsOn: ["start date", "start", "started", "subscription start"],
  nextInvoiceOn: ["next invoice date", "next invoice", "next billing date", "renewal date"],
  trialUntil: ["trial end", "trial ends"],
  cancelled: ["cancel at end", "cancel at period end", "canceled"],
};

/** Which column is which field of a customer, by their names. Pure. */
export function guessColumns(fields: readonly ImportField[], head: readonly string[]) {
  return guess(fields, alsoCalled, head);
}
