import type { listInvoices } from "@tenantry/core/invoices/list";
import { isCurrency } from "@tenantry/core/kernel/money";
import { anId, calendarDay, readListAddress } from "../../request/list-address.server.ts";

export const path = "/invoices";

const forms = {
  q: /^.{1,200}$/s,
  state: /^(open|paid|void|uncollectible)$/,
  kind: /^(invoice|credit_note)$/,
  customer: anId,
  reseller: anId,
  from: calendarDay,
  to: calendarDay,
  paidFrom: calendarDay,
  paidTo: calendarDay,
  sold: /^(own|others|bought)$/,
  needs: /^surplus$/,
  currency: { test: isCurrency },
  sort: /^-?issued$/,
};

type Question = Parameters<typeof listInvoices>[1];

/** What the list's address says, and the question it asks. */
export function readInvoicesAddress(request: Request) {
  const address = readListAddress(request, forms);
  const { q: search, customer: customerId, reseller: resellerId, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { search, customerId, resellerId, ...rest } as Question };
}
