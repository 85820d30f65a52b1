/** A day in the agency's billing zone, as "2026-02-28": so written, days sort as text does. */
export type Day = string;
export type Interval = "month" | "year";

/** `[from, to)`: the last day is not part of it. */
export interface Period {
  from: Day;
  to: Day;
}

/** The day on which period `n` begins: the anchor's day of the month, or the month's last where it has no such day. */
export function periodStart(anchor: Day, interval: Interval, n: number): Day {
  const [year, month, day] = partsOf(anchor);
  const months = year * 12 + (month - 1) + n * (interval === "year" ? 12 : 1);
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return written(toYear, toMonth, Math.min(day, daysOfMonth(toYear, toMonth)));
}

/** Period `n` of an anchor, the first being 0. */
export function periodAt(anchor: Day, interval: Interval, n: number): Period {
  return { from: periodStart(anchor, interval, n), to: periodStart(anchor, interval, n + 1) };
}

export function addDays(day: Day, count: number): Day {
  let [year, month, left] = partsOf(day);
  left += count;
  while (left < 1) {
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
    left += daysOfMonth(year, month);
  }
  while (left > daysOfMonth(year, month)) {
    left -= daysOfMonth(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return written(year, month, left);
}

/** How many days lie in `[from, to)`. */
export function daysBetween(from: Day, to: Day): number {
  return serial(to) - serial(from);
}

/** Days since the first of January of the year 1. */
function serial(day: Day): number {
  const [year, month, dayOfMonth] = partsOf(day);
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  let days = before * 365 + leapDays + dayOfMonth - 1;
  for (let earlier = 1; earlier < month; earlier++) days += daysOfMonth(year, earlier);
  return days;
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
}

function partsOf(day: Day): [number, number, number] {
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  return [year!, month!, dayOfMonth!];
}

function written(year: number, month: number, day: number): Day {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
