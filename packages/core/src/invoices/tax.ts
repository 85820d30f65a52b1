import type { Party } from "@tenantry/db/schema";
import { type Money, shareOf } from "../kernel/money.ts";

/** Why a line carries the tax it does; each reason has its sentence on the invoice. */
export const taxReasons = ["standard", "exempt", "reverse_charge", "outside_scope"] as const;

export interface Tax {
  bps: number;
  reason: (typeof taxReasons)[number];
}

/** A seller as the rule needs it: how much it charges at home. */
export type TaxedSeller = Party & { taxBps: number };

/**
 * What tax a seller charges a buyer. Who is not registered charges none. At home it is the seller's rate; a business abroad
 * owes the tax itself; a private buyer abroad is charged as at home.
 */
export function taxOf(seller: TaxedSeller, buyer: Party): Tax {
  if (!seller.taxId) return { bps: 0, reason: "outside_scope" };
  const abroad = buyer.country !== null && seller.country !== null && buyer.country !== seller.country;
  if (abroad && buyer.taxId) return { bps: 0, reason: "reverse_charge" };
  if (seller.taxBps === 0) return { bps: 0, reason: "exempt" };
  return { bps: seller.taxBps, reason: "standard" };
}

/** The tax on one line, rounded half to even: lines are rounded one by one, so that each can be told by itself. */
export function taxOn(net: Money, { bps }: Tax): Money {
  return shareOf(net, BigInt(bps));
}
