import type { Party } from "@tenantry/db/schema";
import { divideHalfEven, type Money, shareOf, shareOut } from "../kernel/money.ts";

/** Why a line carries the tax it does; each reason has its sentence on the invoice. */
export const taxReasons = ["standard", "exempt", "reverse_charge", "outside_scope"] as const;

export interface Tax {
  bps: number;
  reason: (typeof taxReasons)[number];
}

/** A seller as the rule needs it: how much it charges at home, and whether that is in its prices. */
export type TaxedSeller = Party & { taxBps: number; pricesIncludeTax: boolean };

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

/** Basis points of tax that are in a seller's prices, whoever buys; 0 where they are net. Who charges no tax has none in them. Pure. */
export function includedBpsOf({
  taxId,
  taxBps,
  pricesIncludeTax,
}: Pick<TaxedSeller, "taxId" | "taxBps" | "pricesIncludeTax">): number {
  return pricesIncludeTax && taxId ? taxBps : 0;
}

/** What a line comes to. */
export interface TaxedLine {
  netMinor: bigint;
  taxMinor: bigint;
}

/**
 * Net and tax of lines from their prices. To a net price each line's tax is added. Of prices with tax in them it is taken out of their sum
 * and shared out over the lines (docs/decisions/031-gross-prices.md), so that net and tax together are exactly the prices; a buyer that is
 * charged none pays what is left. Pure.
 */
export function taxLines(
  prices: readonly Money[],
  seller: Parameters<typeof includedBpsOf>[0],
  tax: Tax,
): TaxedLine[] {
  const bps = includedBpsOf(seller);
  if (bps === 0)
    return prices.map((price) => ({
      netMinor: price.amountMinor,
      taxMinor: taxOn(price, tax).amountMinor,
    }));
  const amounts = prices.map(({ amountMinor }) => amountMinor);
  const sum = amounts.reduce((all, amount) => all + amount, 0n);
  const shares = shareOut(taxIn(sum, bps), amounts);
  return amounts.map((amount, index) => ({
    netMinor: amount - shares[index]!,
    taxMinor: tax.bps === 0 ? 0n : shares[index]!,
  }));
}

/** The tax that is in a price, half to even. Pure. */
export function taxIn(priceMinor: bigint, includedBps: number): bigint {
  return divideHalfEven(priceMinor * BigInt(includedBps), 10_000n + BigInt(includedBps));
}

/** The tax on one line, rounded half to even: lines are rounded one by one, so that each can be told by itself. */
export function taxOn(net: Money, { bps }: Tax): Money {
  return shareOf(net, BigInt(bps));
}
