import { z } from "zod";
import { isCurrency } from "../kernel/money.ts";
import { payers } from "./overage-payer.ts";

/** Far above anything sold, and far below where a JSON number loses digits. */
const most = 1_000_000_000_000;

const amountMinor = z.int("amount_wrong").min(0, "amount_wrong").max(most, "amount_wrong");
const units = z.int("units_wrong").min(0, "units_wrong").max(most, "units_wrong");
const currency = z.string().refine(isCurrency, "currency_wrong");

export const intervals = ["month", "year"] as const;

/** What a plan asks for an interval, in minor units of the currency. */
export const price = z.strictObject({ currency, interval: z.enum(intervals), amountMinor });

/**
 * What a block of units costs past those included, and what it costs the plan's owner. Either may be unknown; a block
 * without a price is not charged.
 */
const overage = z.strictObject({
  currency,
  amountMinor: amountMinor.nullable().default(null),
  costMinor: amountMinor.nullable().default(null),
});

/** What a plan includes of a meter in a month. A meter that is not in the terms has no limit. */
const meterTerms = z
  .strictObject({
    meter: z.string().min(1, "required").max(40, "too_long"),
    includedUnits: units,
    /** Units are charged in blocks of so many, a block begun counting whole. */
    blockUnits: z.int("units_wrong").min(1, "units_wrong").max(most, "units_wrong").default(1),
    /** From here on the product is told to warn. */
    softCapUnits: units.nullable().default(null),
    /** Past this nothing is granted. */
    hardCapUnits: units.nullable().default(null),
    /** Who pays past the included units; whoever buys the plan unless said. */
    payer: z.enum(payers, "payer_wrong").optional(),
    overages: z.array(overage).max(20).default([]),
  })
  .superRefine(({ includedUnits, softCapUnits, hardCapUnits, overages }, refined) => {
    const wrong = (field: string, message: string) =>
      refined.addIssue({ code: "custom", path: [field], message });
    if (hardCapUnits !== null && hardCapUnits < includedUnits) wrong("hardCapUnits", "hard_cap_low");
    if (softCapUnits !== null && hardCapUnits !== null && softCapUnits > hardCapUnits)
      wrong("softCapUnits", "soft_cap_high");
    if (repeats(overages.map(({ currency: code }) => code))) wrong("overages", "said_twice");
  });

/** Everything a version of a plan says: prices, and per meter what is included, what more costs, and where it ends. */
export const terms = z
  .strictObject({
    prices: z.array(price).max(40).default([]),
    meters: z.array(meterTerms).max(50).default([]),
  })
  .superRefine(({ prices, meters }, refined) => {
    const wrong = (field: string) =>
      refined.addIssue({ code: "custom", path: [field], message: "said_twice" });
    if (repeats(prices.map(({ currency: code, interval }) => `${code} ${interval}`))) wrong("prices");
    if (repeats(meters.map(({ meter }) => meter))) wrong("meters");
  });

export type Terms = z.output<typeof terms>;
export type MeterTerms = Terms["meters"][number];
export type Price = z.output<typeof price>;

export const noTerms: Terms = { prices: [], meters: [] };

function repeats(names: string[]): boolean {
  return new Set(names).size < names.length;
}
