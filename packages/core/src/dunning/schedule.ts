import { type Day, dayOf, daysBetween, plusDays, startOf } from "../kernel/clock.ts";

/** Days after the one it is due on which an open invoice is reminded of. */
export const stepDays = [3, 10, 20] as const;

/** Days from the last reminder until the invoice counts as past due. */
export const graceDays = 10;

/** Days from the day that is counted from until `step` (1 is the first), or with one more until grace is over. */
function daysUntil(step: number): number {
  return stepDays[step - 1] ?? stepDays.at(-1)! + graceDays;
}

/** When a step is taken, or with one more than there are when grace is over: as its day begins in the agency's zone. */
export function stepAt(countsFrom: Day, step: number, zone: string): Date {
  return startOf(plusDays(countsFrom, daysUntil(step)), zone);
}

/** The last day on which an invoice that is due before `dueAt` can be paid in time. */
export function dueDay(dueAt: Date, zone: string): Day {
  return dayOf(new Date(dueAt.getTime() - 1), zone);
}

/**
 * The day from which days are counted after a pause. What lies ahead stays where it is; where the next step's day has gone by it is
 * taken today, and those after it keep their distance.
 */
function countsFromAfterPause(countsFrom: Day, taken: number, today: Day): Day {
  const late = daysBetween(plusDays(countsFrom, daysUntil(taken + 1)), today);
  return late > 0 ? plusDays(countsFrom, late) : countsFrom;
}

/** From which day days are counted once reminders that waited go on, and when the next step is then; null after the last. */
export function afterWaiting(
  row: { countsFrom: Day; step: number; pastDueAt: Date | null },
  now: Date,
  zone: string,
): { countsFrom: Day; dueAt: Date | null } {
  const { step, pastDueAt } = row;
  const countsFrom = countsFromAfterPause(row.countsFrom, step, dayOf(now, zone));
  return { countsFrom, dueAt: pastDueAt ? null : stepAt(countsFrom, step + 1, zone) };
}
