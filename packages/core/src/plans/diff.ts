import type { Payer } from "./overage-payer.ts";
import type { MeterTerms, Price, Terms } from "./terms.ts";

/** One thing that differs between two versions; null = not there, or without a limit or price. */
export type Difference =
  | {
      of: "price";
      currency: string;
      interval: Price["interval"];
      before: number | null;
      after: number | null;
    }
  | { of: MeterNumber; meter: string; before: number | null; after: number | null }
  | { of: "payer"; meter: string; before: Payer | null; after: Payer | null }
  | {
      of: "overage" | "cost";
      meter: string;
      currency: string;
      before: number | null;
      after: number | null;
    };

/** A meter's numbers in units. */
const meterNumbers = ["includedUnits", "blockUnits", "softCapUnits", "hardCapUnits"] as const;
type MeterNumber = (typeof meterNumbers)[number];

/** What changes from `before` to `after`: prices first, then meter by meter. Amounts in minor units. Pure. */
export function diffTerms(before: Terms, after: Terms): Difference[] {
  const prices = both(before.prices, after.prices, ({ currency, interval }) => `${currency} ${interval}`).map(
    ([old, now]): Difference => ({
      of: "price",
      currency: (now ?? old)!.currency,
      interval: (now ?? old)!.interval,
      before: old?.amountMinor ?? null,
      after: now?.amountMinor ?? null,
    }),
  );
  const meters = both(before.meters, after.meters, ({ meter }) => meter).flatMap(([old, now]) =>
    diffMeter(old, now),
  );
  return [...prices, ...meters].filter((one) => one.before !== one.after);
}

function diffMeter(before: MeterTerms | undefined, after: MeterTerms | undefined): Difference[] {
  const { meter } = (after ?? before)!;
  const numbers = meterNumbers.map(
    (of): Difference => ({ of, meter, before: before?.[of] ?? null, after: after?.[of] ?? null }),
  );
  const overages = both(before?.overages ?? [], after?.overages ?? [], ({ currency }) => currency).flatMap(
    ([old, now]): Difference[] => {
      const { currency } = (now ?? old)!;
      const own = { meter, currency };
      return [
        { of: "overage", ...own, before: old?.amountMinor ?? null, after: now?.amountMinor ?? null },
        { of: "cost", ...own, before: old?.costMinor ?? null, after: now?.costMinor ?? null },
      ];
    },
  );
  const payer: Difference = {
    ...{ of: "payer", meter },
    ...{ before: before?.payer ?? null, after: after?.payer ?? null },
  };
  return [...numbers, payer, ...overages];
}

/** Pairs what two lists say of the same thing, in the order of the first and then of what only the second has. */
function both<T>(one: T[], other: T[], keyOf: (item: T) => string): [T | undefined, T | undefined][] {
  const first = new Map(one.map((item) => [keyOf(item), item]));
  const second = new Map(other.map((item) => [keyOf(item), item]));
  return [...new Set([...first.keys(), ...second.keys()])].map((key) => [first.get(key), second.get(key)]);
}
