import type { listAllowances } from "@tenantry/core/allowances/list";
import { readListAddress } from "../../request/list-address.server.ts";

export const modeFilters = ["guaranteed", "shared", "none"] as const;

const forms = {
  q: /^.{1,200}$/s,
  meter: /^[a-z][a-z_]{1,39}$/,
  mode: /^(guaranteed|shared|none)$/,
  sort: /^-?name$/,
  // Whose children, for an agency that looks into what a reseller has given.
  of: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

/** What the address of the allowances says, and the question it asks. */
export function readAllowancesAddress(request: Request) {
  const address = readListAddress(request, forms);
  const { q: search, of: accountId, ...rest } = address;
  // The forms let the verb's own values through and no others.
  return { address, question: { search, accountId, ...rest } as Parameters<typeof listAllowances>[1] };
}
