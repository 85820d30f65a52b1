import type { z } from "zod";
import { csvLines } from "../kernel/csv.ts";
import { toDecimal } from "../kernel/money.ts";
import type { listedPlan } from "./schemas.ts";

type Listed = z.output<typeof listedPlan>;

/** The words of the file, already in the reader's language. */
export interface PlansCsvWords {
  name: string;
  internalName: string;
  version: string;
  visibility: string;
  resellers: string;
  visibilityOf: (visibility: Listed["visibility"]) => string;
  priceOf: (currency: string, interval: "month" | "year") => string;
  meterOf: (meter: string) => string;
}

/**
 * Plans as a CSV file with a column per price and per meter that any of them has. With a byte order mark, because
 * spreadsheets guess the encoding otherwise, and with formulas made harmless. Amounts are plain decimals.
 */
export function plansCsv(plans: Listed[], words: PlansCsvWords): string {
  const prices = distinct(
    plans.flatMap((plan) => plan.prices),
    ({ currency, interval }) => `${currency} ${interval}`,
  );
  const meters = distinct(
    plans.flatMap((plan) => plan.allowances),
    ({ meter }) => meter,
  );
  const head = [
    ...[words.name, words.internalName, words.version, words.visibility, words.resellers],
    ...prices.map(({ currency, interval }) => words.priceOf(currency, interval)),
    ...meters.map(({ meter }) => words.meterOf(meter)),
  ];
  const rows = plans.map((plan) => [
    ...[plan.name, plan.internalName, plan.version, words.visibilityOf(plan.visibility), plan.resellers],
    ...prices.map(({ currency, interval }) => {
      const price = plan.prices.find((one) => one.currency === currency && one.interval === interval);
      return price && toDecimal({ currency, amountMinor: BigInt(price.amountMinor) });
    }),
    ...meters.map(({ meter }) => plan.allowances.find((one) => one.meter === meter)?.includedUnits),
  ]);
  return csvLines([head, ...rows], { first: true });
}

function distinct<T>(items: T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
