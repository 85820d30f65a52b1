import type { reportLeakage } from "@tenantry/core/reports/leakage";
import { leakKinds, leakSorts } from "@tenantry/core/reports/leakage-schemas";
import { anId, readListAddress } from "../../request/list-address.server.ts";

export const path = "/reports/leakage";

const forms = {
  q: /^.{1,200}$/s,
  kind: new RegExp(`^(${leakKinds.join("|")})$`),
  days: /^(0|[1-9]\d{0,2})$/,
  customer: anId,
  reseller: anId,
  sort: new RegExp(`^(${leakSorts.join("|")})$`),
};

/** What the list's address says, and the question it asks. */
export function readLeakageAddress(request: Request) {
  const address = readListAddress(request, forms);
  const { q: search, customer: customerId, reseller: resellerId, days, ...rest } = address;
  const question = { search, customerId, resellerId, days: days && Number(days), ...rest };
  // The forms let the verb's own values through and no others.
  return { address, question: question as Parameters<typeof reportLeakage>[1] };
}
