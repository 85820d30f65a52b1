import { type Day, daysBetween, plusMonths } from "../kernel/clock.ts";
import { divideHalfEven } from "../kernel/money.ts";

/** How often a subscription is charged, in months. */
export const monthsOf = { month: 1, year: 12 } as const;

/** Days from `from` up to `to`, which belongs to the next. */
export interface SubscriptionPeriod {
  from: Day;
  to: Day;
}

/** What a subscription asks: the price of one, in minor units, and how many. */
export interface Terms {
  unitMinor: bigint;
  quantity: number;
}

/** The n-th period (from 1) since the anchor day, whose day of the month is kept: 31 -> 28 -> 31. */
export function periodOf(anchor: Day, number: number, every: keyof typeof monthsOf): SubscriptionPeriod {
  const months = monthsOf[every];
  return { from: plusMonths(anchor, (number - 1) * months), to: plusMonths(anchor, number * months) };
}

/** The number of the period since the anchor day that `day` lies in; 0 and below before the anchor. */
export function periodAt(anchor: Day, day: Day, every: keyof typeof monthsOf): number {
  const [years, months] = [0, 5].map(
    (at) => Number(day.slice(at, at + (at ? 2 : 4))) - Number(anchor.slice(at, at + (at ? 2 : 4))),
  );
  const number = Math.floor((years! * 12 + months!) / monthsOf[every]) + 1;
  return periodOf(anchor, number, every).from > day ? number - 1 : number;
}

/** The charge for one whole period. */
export function chargeOf({ unitMinor, quantity }: Terms): bigint {
  return unitMinor * BigInt(quantity);
}

/** When a change counts, and what is charged for it at once. */
export type ChangeOutcome = { counts: "now"; chargeMinor: bigint } | { counts: "next_period" };

/**
 * What a change of plan or quantity on `today` comes to. One that costs more counts at once, for the days that are left with
 * today among them; any other waits for the next period, so that nothing is paid back. In a trial all count at once and cost nothing.
 */
export function changeOutcome(
  running: { state: "trial" | "active"; period: SubscriptionPeriod; terms: Terms },
  next: Terms,
  today: Day,
): ChangeOutcome {
  if (running.state === "trial") return { counts: "now", chargeMinor: 0n };
  const more = chargeOf(next) - chargeOf(running.terms);
  if (more <= 0n) return { counts: "next_period" };
  const { from, to } = running.period;
  const left = BigInt(daysBetween(today, to));
  return { counts: "now", chargeMinor: divideHalfEven(more * left, BigInt(daysBetween(from, to))) };
}
