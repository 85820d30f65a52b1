import type { Day } from "../kernel/clock.ts";

const dayMs = 86_400_000;

/** How far back an event may lie, and how far ahead a product's clock may run. */
export const acceptedWindow = { backMs: 90 * dayMs, aheadMs: 10 * 60_000 };

/** Is `atMs` within what may still be counted at business time `now`? Test agencies import any past. */
export function outsideWindow(
  atMs: number,
  now: Date,
  mode: "live" | "test",
): "too_old" | "too_far_ahead" | undefined {
  if (atMs > now.getTime() + acceptedWindow.aheadMs) return "too_far_ahead";
  if (mode === "live" && atMs < now.getTime() - acceptedWindow.backMs) return "too_old";
  return undefined;
}

/** The UTC day that belongs to an event's identity. */
export function identityDay(at: string): Day {
  return at.slice(0, 10);
}

/** A point of a series. */
export interface DayUnits {
  day: Day;
  quantity: number;
}

/**
 * One value for each of `days`, which follow each other. A counter's day without a row is 0; a gauge keeps the value of the row before, which
 * may lie before the first day. `rows` are in order of day.
 */
export function fillDays(kind: "counter" | "gauge", rows: DayUnits[], days: Day[]): DayUnits[] {
  let next = 0;
  let value = 0;
  return days.map((day) => {
    if (kind === "counter") value = 0;
    for (; next < rows.length && rows[next]!.day <= day; next++) {
      if (kind === "gauge" || rows[next]!.day === day) value = rows[next]!.quantity;
    }
    return { day, quantity: value };
  });
}

/** One series less another of the same days. */
export function minus(series: DayUnits[], less: DayUnits[]): DayUnits[] {
  return series.map(({ day, quantity }, place) => ({ day, quantity: quantity - less[place]!.quantity }));
}

/** What a series comes to: the sum of a counter, the last value of a gauge. */
export function totalOf(kind: "counter" | "gauge", series: DayUnits[]): number {
  if (kind === "gauge") return series.at(-1)?.quantity ?? 0;
  return series.reduce((sum, point) => sum + point.quantity, 0);
}

/** Units as JSON carries them. Throws RangeError where they would no longer be exact. */
export function exactUnits(units: bigint): number {
  const value = Number(units);
  if (!Number.isSafeInteger(value)) throw new RangeError("A usage total is beyond what JSON carries exactly");
  return value;
}
