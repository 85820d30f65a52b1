import fc from "fast-check";
import type { Interval } from "./days.ts";
import { sayableBy } from "./drafts.ts";
import type { Customer, MeterTerms, Plan, Reseller } from "./parties.ts";
import { type Meter, meters } from "./usage.ts";
import type { Setup } from "./world.ts";

/** Amounts that hardly ever divide without a rest, some of them so small that what is taken of them is nothing. */
export const prices = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0n, 1n, 3n, 7n) },
  { weight: 6, arbitrary: fc.bigInt(1n, 99_999n) },
);

const termsOf = (meter: Meter): fc.Arbitrary<MeterTerms> =>
  fc.record({
    meter: fc.constant(meter),
    included: fc.constantFrom(0n, 0n, 2n, 5n),
    block: fc.constantFrom(1n, 4n, 7n),
    price: fc.constantFrom(null, 0n, 1n, 33n, 33n, 250n, 250n, 1_999n),
    payer: fc.constantFrom("customer", "customer", "customer", "reseller", "agency"),
  });

/** What a version says of meters: of each of them, or of some, or of none. */
export const metered: fc.Arbitrary<MeterTerms[]> = fc
  .tuple(
    ...(Object.keys(meters) as Meter[]).map((meter) => fc.option(termsOf(meter), { nil: null, freq: 5 })),
  )
  .map((terms) => terms.flatMap((one) => one ?? []));

/** Currencies of two, none and three decimals. In each kind that the agency sells there is something to change to. */
const kinds: { currency: string; interval: Interval }[] = [
  { currency: "EUR", interval: "month" },
  { currency: "EUR", interval: "month" },
  { currency: "EUR", interval: "year" },
  { currency: "EUR", interval: "year" },
  { currency: "JPY", interval: "month" },
  { currency: "JPY", interval: "month" },
  { currency: "KWD", interval: "month" },
  { currency: "KWD", interval: "month" },
];
const types = ["commission", "commission", "own_plans"] as const;

/**
 * An agency with three resellers, two of one agreement, with two customers each, and a customer of its own. Every seller
 * has all kinds of plans.
 */
export const setups: fc.Arbitrary<Setup> = fc
  .record({
    today: fc.constantFrom("2024-01-31", "2024-02-29", "2025-01-30", "2025-12-31", "2026-03-15"),
    taxes: fc.array(fc.constantFrom(1900, 700, 0), { minLength: 4, maxLength: 4 }),
    unitPrices: fc.array(prices, { minLength: 4 * kinds.length, maxLength: 4 * kinds.length }),
    terms: fc.array(metered, { minLength: 4 * kinds.length, maxLength: 4 * kinds.length }),
  })
  .map(({ today, taxes, unitPrices, terms }) => ({
    today,
    agencyTaxBps: taxes[3]!,
    resellers: types.map((type, index) => reseller(index, type, taxes[index]!)),
    customers: [null, "r1", "r1", "r2", "r2", "r3", "r3"].map(customer),
    plans: ["agency", "r1", "r2", "r3"].flatMap((seller, index) =>
      kinds.map((kind, place): Plan => {
        const count = index * kinds.length + place;
        const said = terms[count]!.map((one) => sayableBy(seller, one));
        return { id: `p${count + 1}`, seller, ...kind, unitPrice: unitPrices[count]!, metered: said };
      }),
    ),
  }));

function reseller(index: number, type: Reseller["type"], taxBps: number): Reseller {
  return { id: `r${index + 1}`, type, agreement: index === 1 ? null : "a1", taxBps, stopped: false };
}

function customer(of: string | null, index: number): Customer {
  return { id: `c${index + 1}`, reseller: of, taxed: index % 3 < 2, stopped: false };
}
