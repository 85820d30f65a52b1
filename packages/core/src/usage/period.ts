import { type Day, dayOf, monthOf, type Period, sameDaysBefore } from "../kernel/clock.ts";
import type { Run } from "../kernel/verb.ts";

/** Today in the agency's billing zone, by business time. */
export function today(ctx: Run["ctx"]): Day {
  return dayOf(ctx.now, ctx.tenant.billingZone);
}

/** The agency's current month up to today, and the same days of the month before. */
export function monthSoFar(ctx: Run["ctx"]): { current: Period; previous: Period } {
  const day = today(ctx);
  const current = { from: monthOf(day).from, to: day };
  return { current, previous: sameDaysBefore(current) };
}
