import { and, type Column, gte, lt, type SQL } from "drizzle-orm";
import { z } from "zod";
import { type Day, plusDays, startOf } from "./clock.ts";

/** A day of a list's or report's range. */
export const rangeDay = z.iso.date("day_wrong");

/** An instant that lies on one of the days from `from` to `to`, both included, each left out = open. */
export function onDays(
  column: Column,
  from: Day | undefined,
  to: Day | undefined,
  zone: string,
): SQL | undefined {
  return and(
    from ? gte(column, startOf(from, zone)) : undefined,
    to ? lt(column, startOf(plusDays(to, 1), zone)) : undefined,
  );
}
