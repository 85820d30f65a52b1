import { divideHalfEven, shareOf } from "../kernel/money.ts";
import type { ResellerType } from "../resellers/rules.ts";
import type { CountingRate } from "./rate.ts";
import type { noCommissions } from "./reasons.ts";

/** Days a commission waits after the payment, in case that goes back. */
export const holdDays = 30;

export type NoCommission = (typeof noCommissions)[number];

/** What is frozen on a line when it is issued: the rate that counts, or why there is none. */
export type FrozenRate = { rate: CountingRate } | { none: NoCommission };

/** Who stands behind a sale when its invoice is issued. `reseller` is undefined for a direct customer. */
export interface Situation {
  reseller?: { id: string; type: ResellerType };
  sellerId: string;
  buyerId: string;
}

/** Decides a line's rate. A reseller earns on what it sells for the agency, and nothing on what it sells itself or buys. */
export function freezeRate(
  { reseller, sellerId, buyerId }: Situation,
  counting: CountingRate | undefined,
): FrozenRate {
  if (!reseller) return { none: "direct" };
  if (buyerId === reseller.id) return { none: "wholesale" };
  if (sellerId === reseller.id) return { none: "own_sale" };
  if (reseller.type === "own_plans") return { none: "own_plans" };
  return counting ? { rate: counting } : { none: "no_rate" };
}

/** Where nobody stands to earn a line is skipped; where a reseller does and gets nothing, that is told as zero. */
const outcomes = {
  ...{ own_sale: "skipped", direct: "skipped", wholesale: "skipped" },
  ...{ own_plans: "zero", no_rate: "zero" },
} as const satisfies Record<NoCommission, "zero" | "skipped">;

/** What one paid line brings its reseller, and why. */
export interface Decision {
  outcome: "created" | "zero" | "skipped";
  reason: "rate" | "rate_zero" | "rounds_to_zero" | NoCommission;
  amountMinor: bigint;
}

/** The decision for a line of `netMinor`, which is the base. Exactly one for every line, also where nothing comes of it. */
export function decide(frozen: FrozenRate, netMinor: bigint, currency: string): Decision {
  if ("none" in frozen) {
    return { outcome: outcomes[frozen.none], reason: frozen.none, amountMinor: 0n };
  }
  const { rateBps } = frozen.rate;
  if (rateBps === 0) return { outcome: "zero", reason: "rate_zero", amountMinor: 0n };
  const { amountMinor } = shareOf({ currency, amountMinor: netMinor }, BigInt(rateBps));
  if (amountMinor === 0n) return { outcome: "zero", reason: "rounds_to_zero", amountMinor };
  return { outcome: "created", reason: "rate", amountMinor };
}

/** What the decisions about one line of an invoice come to: earned, adjustments included, and taken back of it, both as amounts. */
export function lineTotals(rows: readonly { reason: string; amountMinor: bigint }[]) {
  const isBack = ({ reason }: { reason: string }) => reason === "refund";
  const sum = (some: readonly { amountMinor: bigint }[]) =>
    some.reduce((total, { amountMinor }) => total + amountMinor, 0n);
  return {
    earnedMinor: sum(rows.filter((row) => !isBack(row))),
    takenBackMinor: -sum(rows.filter(isBack)),
  };
}

/**
 * How much of a part has gone once `gone` of `whole` has: half to even of all that went, so that many small steps come to
 * the same as one, and the last one to the whole.
 */
export function partGone(part: bigint, gone: bigint, whole: bigint): bigint {
  return whole === 0n ? 0n : divideHalfEven(part * gone, whole);
}
