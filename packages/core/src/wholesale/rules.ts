import { type Day, daysBetween, monthOf, plusMonths } from "../kernel/clock.ts";
import { divideHalfEven } from "../kernel/money.ts";
import { monthsOf, type SubscriptionPeriod } from "../subscriptions/rules.ts";

/** The first period of what a reseller is charged, and its price. */
export interface FirstPeriod {
  anchor: Day;
  period: SubscriptionPeriod;
  /** Days of the whole period, of which the first may be a part. */
  wholeDays: number;
  chargeMinor: bigint;
}

/**
 * Periods begin on the first of a month, as a plan's allowances do. One that is begun on another day costs the share of the days that are left,
 * today among them, half to even. Pure.
 */
export function firstPeriod(today: Day, every: keyof typeof monthsOf, unitMinor: bigint): FirstPeriod {
  const anchor = monthOf(today).from;
  const to = plusMonths(anchor, monthsOf[every]);
  const left = BigInt(daysBetween(today, to));
  const wholeDays = daysBetween(anchor, to);
  const chargeMinor = divideHalfEven(unitMinor * left, BigInt(wholeDays));
  return { anchor, period: { from: today, to }, wholeDays, chargeMinor };
}
