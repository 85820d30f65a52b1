import { taxIn } from "../invoices/tax.ts";
import { divideHalfEven } from "../kernel/money.ts";
import type { Price, Terms } from "./terms.ts";

/** What a block of a meter costs the plan's owner in a currency, in minor units. */
export type CostOf = (
  meter: string,
  currency: string,
) => { blockUnits: number; costMinor: number } | undefined;

export interface Margin extends Price {
  /** What the included units cost when all of them are used, for the whole interval. */
  costMinor: number;
  marginMinor: number;
}

/**
 * Costs as terms tell them: `costMinor` is what an agency wrote beside its own plan's meters; `amountMinor` is what a
 * reseller with plans of its own is asked for a block by its agency's plan, which makes it that reseller's cost.
 */
export function costsIn({ meters }: Terms, field: "costMinor" | "amountMinor"): CostOf {
  return (meter, currency) => {
    const row = meters.find((one) => one.meter === meter);
    const costMinor = row?.overages.find((one) => one.currency === currency)?.[field];
    return row && costMinor != null ? { blockUnits: row.blockUnits, costMinor } : undefined;
  };
}

/**
 * Price less cost, both net, for every price of the terms whose cost is known: each meter's included units at the cost of their
 * blocks, rounded half to even. A price is left out when a meter it includes has no cost in its currency.
 * `taxed` = basis points of tax in the prices and in the costs. Pure.
 */
export function margins(
  { prices, meters }: Terms,
  costOf: CostOf,
  taxed: { priceBps: number; costBps: number },
): Margin[] {
  const net = (minor: bigint, bps: number) => minor - taxIn(minor, bps);
  const included = meters.filter(({ includedUnits }) => includedUnits > 0);
  return prices.flatMap((price) => {
    const months = price.interval === "year" ? 12n : 1n;
    const costs = included.map(({ meter, includedUnits }) => {
      const cost = costOf(meter, price.currency);
      return (
        cost &&
        divideHalfEven(BigInt(includedUnits) * months * BigInt(cost.costMinor), BigInt(cost.blockUnits))
      );
    });
    if (included.length === 0 || costs.includes(undefined)) return [];
    const costMinor = Number(
      net(
        costs.reduce((sum: bigint, cost = 0n) => sum + cost, 0n),
        taxed.costBps,
      ),
    );
    const amountMinor = Number(net(BigInt(price.amountMinor), taxed.priceBps));
    // More than a JSON number holds exactly is more than anybody pays.
    if (!Number.isSafeInteger(costMinor)) return [];
    return [{ ...price, amountMinor, costMinor, marginMinor: amountMinor - costMinor }];
  });
}
