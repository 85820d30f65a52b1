import type { Tx } from "@tenantry/db";
import { AppError } from "../kernel/errors.ts";

interface Sold {
  agencyId: string;
  resellerId: string;
  customerId: string;
}

/** A reseller buys it for itself, from its agency. */
export const isWholesale = ({ resellerId, customerId }: Omit<Sold, "agencyId">): boolean =>
  customerId === resellerId;

/**
 * The account whose name, colour and host a document and its payment link carry: the seller of the customer, which is the agency for a
 * direct one, and the agency towards a reseller that buys for itself.
 */
export function frontOf(sold: Sold): string {
  return isWholesale(sold) ? sold.agencyId : sold.resellerId;
}

export interface Front {
  name: string;
  color: string;
  host: string;
}

/** A document's front as it looks. Throws `not_found` outside the caller's scope. */
export async function readFront(tx: Tx, sold: Sold): Promise<Front> {
  const [front] = await tx.named<Front>("front", "select name, color, host from app.front($1)", [
    frontOf(sold),
  ]);
  if (!front) throw new AppError("not_found");
  return front;
}
