import { z } from "zod";
import { payers } from "../plans/overage-payer.ts";

/** What an overage or correction line is reckoned from. */
export const lineUsage = z.object({
  meter: z.string(),
  units: z.int(),
  includedUnits: z.int(),
  blockUnits: z.int(),
  /** Blocks begun past the included units, and the price of each. */
  blocks: z.int(),
  blockMinor: z.int(),
  /** What a correction's period had been charged before. */
  chargedMinor: z.int(),
  /** Taken off for earlier periods that had been charged too much. */
  creditedMinor: z.int(),
});
export type LineUsage = z.output<typeof lineUsage>;

const period = z.object({ from: z.string(), to: z.string() });

/** What was used in the period that runs, and what it would be charged if it ended now. */
export const running = z.object({
  currency: z.string(),
  period,
  meters: z.array(
    z.object({
      meter: z.string(),
      units: z.int(),
      /** Of all the customer's subscriptions together. */
      includedUnits: z.int(),
      overUnits: z.int(),
      /** Who pays past the included units, as the plan says. */
      payer: z.enum(payers),
      /** More is charged with this subscription, with another of the customer, or not at all. */
      charged: z.enum(["here", "elsewhere", "nowhere"]),
      /** Its reseller is charged, and not the customer. */
      byReseller: z.boolean(),
      /** First day that is counted here; earlier ones were counted by another subscription. Null where nothing is charged here. */
      countedFrom: z.string().nullable(),
      blockUnits: z.int().nullable(),
      blockMinor: z.int().nullable(),
      amountMinor: z.int(),
    }),
  ),
  /** Periods of this subscription that have ended and come to something else than was charged: below zero = too much. */
  late: z.array(z.object({ meter: z.string(), period, units: z.int(), dueMinor: z.int() })),
});
