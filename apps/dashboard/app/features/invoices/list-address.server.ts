import type { listInvoices } from "@tenantry/core/invoices/list";
import { readListAddress } from "../../request/list-address.server.ts";

export const path = "/invoices";

const forms = {
  q: /^.{1,200}$/s,
  state: /^(open|paid|void|uncollectible)$/,
  kind: /^(invoice|credit_note)$/,
  customer: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  sort: /^-?issued$/,
};

type Question = Parameters<typeof listInvoices>[1];

/** What the list's address says, and the question it asks. */
export function readInvoicesAddress(request: Request) {
  const address = readListAddress(request, forms);
  const { q: search, customer: customerId, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { search, customerId, ...rest } as Question };
}
