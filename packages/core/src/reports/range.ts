import { type Day, dayOf, daysBetween, monthOf, type Period, plusDays, plusMonths } from "../kernel/clock.ts";
import type { Tenant } from "../kernel/ctx.ts";
import { fieldError } from "../kernel/errors.ts";

/** Most days in one report: five years with their leap days. */
const longestRange = 1_827;

interface Asked {
  from?: Day;
  to?: Day;
}

interface Place {
  now: Date;
  tenant: Pick<Tenant, "billingZone">;
}

/** The days asked for, the month so far when left out. */
export function daysAsked({ now, tenant }: Place, asked: Asked): Period {
  const to = asked.to ?? dayOf(now, tenant.billingZone);
  return { from: asked.from ?? monthOf(to).from, to };
}

/** It ends no sooner than it begins, and is not too long for a report. */
export function isRange({ from, to }: Period): boolean {
  return from <= to && to < plusDays(from, longestRange);
}

/** The days asked for. Throws `period_wrong` at /to. */
export function readRange(place: Place, asked: Asked): Period {
  const range = daysAsked(place, asked);
  if (!isRange(range)) throw fieldError("/to", "period_wrong", { maximum: longestRange });
  return range;
}

/**
 * What a range is compared with. From the first of a month on: as many months before, to the same day, or whole where the
 * range is. Any other: as many days, directly before.
 */
export function rangeBefore({ from, to }: Period): Period {
  if (!from.endsWith("-01")) {
    const last = plusDays(from, -1);
    return { from: plusDays(last, -daysBetween(from, to)), to: last };
  }
  const [year, month] = [Number(to.slice(0, 4)) - Number(from.slice(0, 4)), Number(to.slice(5, 7))];
  const months = year * 12 + month - Number(from.slice(5, 7)) + 1;
  const whole = monthOf(to).to === to;
  return {
    from: plusMonths(from, -months),
    to: whole ? plusDays(from, -1) : plusMonths(to, -months),
  };
}

/** Every month a range touches, "YYYY-MM", in order. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  for (let at = monthOf(from).from; at <= to; at = plusMonths(at, 1)) months.push(at.slice(0, 7));
  return months;
}
