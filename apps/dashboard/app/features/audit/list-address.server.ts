import type { listAudit } from "@tenantry/core/audit/list";
import { readListAddress } from "../../request/list-address.server.ts";

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const forms = {
  q: /^.{1,100}$/s,
  action: /^[a-z-]+\.[a-z-]+$/,
  from: day,
  to: day,
  sort: /^-?at$/,
  beneath: /^true$/,
};

/** What the address of the audit log says, and the question it asks. */
export function readAuditAddress(request: Request) {
  const address = readListAddress(request, forms, 100);
  const { q: search, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { search, ...rest } as Parameters<typeof listAudit>[1] };
}
