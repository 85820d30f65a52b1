import type { Invoice } from "./take-up.ts";

/** Where rows about an invoice stand. */
export function placeOf({ agencyId, distributorId, resellerId, customerId }: Invoice) {
  return { agencyId, distributorId, resellerId, customerId };
}
