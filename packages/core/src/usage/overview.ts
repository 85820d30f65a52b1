import { z } from "zod";
import { type Day, daysOf } from "../kernel/clock.ts";
import { query } from "../kernel/verb.ts";
import { activeAt, activeByMonth, readActiveChanges } from "../resellers/active-days.ts";
import { includedUnits } from "./included.ts";
import { addPending, pendingUnits } from "./pending.ts";
import { monthSoFar } from "./period.ts";
import { type MeterRows, readAllMonths, readDays, readDeleted, readHeadline } from "./read-days.ts";
import { fillDays, minus, totalOf } from "./rules.ts";

const series = z.array(z.object({ day: z.iso.date(), quantity: z.int() }));
const period = z.object({ from: z.iso.date(), to: z.iso.date() });

const overviewOutput = z.object({
  /** Both days included, in the agency's billing zone; null for all time. */
  period: period.nullable(),
  previousPeriod: period.nullable(),
  activeResellers: z.int(),
  /** At the end of `previousPeriod`. */
  previousActiveResellers: z.int().nullable(),
  /** Active ones at the end of each day; for all time of each month, named by its first day. */
  activeSeries: series,
  previousActiveSeries: series,
  /** ISO instant at which the rollups were last brought up to date; null before the first event. */
  foldedAt: z.string().nullable(),
  meters: z.array(
    z.object({
      meter: z.string(),
      kind: z.enum(["counter", "gauge"]),
      /** Used by resellers that are not deleted, and their customers: a counter's units, a gauge's value at the end of the period. */
      quantity: z.int(),
      /** The same over `previousPeriod`. */
      previousQuantity: z.int().nullable(),
      /** Units that the resellers' plans include, in whatever state they are; null when no plan includes any or there are too many to add up. */
      included: z.int().nullable(),
      /** By day; for all time by month, named by its first day. */
      series,
      previousSeries: series,
    }),
  ),
});

/**
 * The cards above a list of resellers, the agency's or an upline's: how many are active, and what all of them together
 * used with their customers. What an upline uses itself is not among it. Reads rollups only.
 * `exact` adds what the worker has not folded yet (otherwise about a second behind).
 */
export const usageOverview = query("usage.overview", {
  beneath: "see",
  input: z.strictObject({
    period: z.enum(["month", "all"]).default("month"),
    /** In a query string it is a word. */
    exact: z
      .union([z.boolean(), z.enum(["true", "false"]).transform((word) => word === "true")])
      .default(false),
  }),
  output: overviewOutput,
  run: async (run, input) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    const { current, previous } = monthSoFar(ctx);
    const monthly = input.period === "month";
    const [headline, changes, folded, deleted, pending] = await Promise.all([
      readHeadline(tx, agencyId),
      readActiveChanges(tx, agencyId, monthly ? previous.from : undefined),
      monthly ? readDays(run, previous.from, current.to) : readAllMonths(run, current.to),
      readDeleted(run, monthly ? previous.from : undefined, current.to),
      input.exact ? pendingUnits(run, current.to, monthly) : [],
    ]);
    const included = await includedUnits(run, headline.activeResellers);
    const days = { now: daysOf(current), before: daysOf(previous) };
    const active = (of: Day[]) => activeAt(of, current.to, changes, headline.activeResellers);
    const previousActive = monthly ? active(days.before) : [];
    const card = (rows: MeterRows) => {
      // The list behind the card has no deleted ones, and their plans are not in what is included.
      const gone = deleted.find(({ meter }) => meter === rows.meter)?.days ?? [];
      const lived = (of: Day[]) => minus(fillDays(rows.kind, rows.days, of), fillDays(rows.kind, gone, of));
      const now = lived(monthly ? days.now : rows.days.map(({ day }) => day));
      const before = monthly ? lived(days.before) : [];
      return {
        meter: rows.meter,
        kind: rows.kind,
        quantity: totalOf(rows.kind, now),
        previousQuantity: monthly ? totalOf(rows.kind, before) : null,
        included: included.get(rows.meter) ?? null,
        series: now,
        previousSeries: before,
      };
    };
    return {
      period: monthly ? current : null,
      previousPeriod: monthly ? previous : null,
      activeResellers: headline.activeResellers,
      previousActiveResellers: previousActive.at(-1)?.quantity ?? null,
      activeSeries: monthly ? active(days.now) : activeByMonth(current.to, changes, headline.activeResellers),
      previousActiveSeries: previousActive,
      foldedAt: headline.foldedAt?.toISOString() ?? null,
      meters: addPending(folded, pending).map(card),
    };
  },
});
