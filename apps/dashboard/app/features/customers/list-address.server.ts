import type { listCustomers } from "@tenantry/core/customers/list";
import type { Tenant } from "@tenantry/core/kernel/ctx";
import { readListAddress } from "../../request/list-address.server.ts";

export const path = "/customers";

const forms = { q: /^.{1,200}$/s, status: /^(active|inactive)$/, sort: /^-?(name|joined|expiry)$/ };
/** The list of a reseller's customers, or of its own company (D-08, D-10). */
const resellersForms = { ...forms, view: /^org$/ };
/** A reseller's id, or "agency" for those that buy from the agency itself. */
const agencysForms = { ...forms, seller: /^([0-9a-f-]{36}|agency)$/ };

type Question = Parameters<typeof listCustomers>[1];

/** What the list's address says, and the question it asks. Only an agency's customers have different sellers. */
export function readCustomersAddress(request: Request, { kind, agencyId }: Tenant) {
  const address: { [name in keyof typeof agencysForms | "view" | "cursor"]?: string } =
    kind === "agency" ? readListAddress(request, agencysForms) : readListAddress(request, resellersForms);
  const { q: search, seller, view: _, ...rest } = address;
  const parentId = seller === "agency" ? agencyId : seller;
  // The forms let the verb's own values through and no others.
  return { address, question: { search, parentId, ...rest } as Question };
}
