import { guessColumns as guess } from "../imports/guess-columns.ts";
import { type ImportField, importFields } from "./schemas.ts";

/** Names of columns that say what they hold, beside the field's own. */
const alsoCalled: Partial<Record<ImportField, string[]>> = {
  name: ["company", "company name", "reseller", "reseller name"],
  email: ["e-mail", "login email", "email address"],
  loginDomain: ["login domain", "subdomain", "domain"],
  type: ["reseller type", "model"],
  phone: ["company phone", "telephone", "phone number"],
  website: ["url", "web site"],
  language: ["preferred language"],
  contactName: ["contact person", "contact"],
  contactEmail: ["contact e-mail"],
  plan: ["plan name"],
  externalId: ["external id", "id"],
};

/** Which column is which field of a reseller, by their names. Pure. */
export function guessColumns(head: readonly string[]) {
  return guess(importFields, alsoCalled, head);
}
