import { query } from "../kernel/verb.ts";
import { figuresOf, movesSql, movesValues, type Sums, sumsSql } from "./moves.ts";
import { monthsOf, rangeBefore, readRange } from "./range.ts";
import { revenue, revenueInput } from "./schemas.ts";

interface Row extends Sums {
  [column: string]: unknown;
  currency: string;
  current: boolean;
  month: string;
}

const revenueSql = `
  select currency, at >= $8 as current, to_char(at at time zone $9, 'YYYY-MM') as month, ${sumsSql}
  from (${movesSql}) moves
  where at >= $8 or at < $10
  group by 1, 2, 3 order by 1, 3`;

/** What was sold, paid and earned on some days and on those before, by currency and month. A distributor sells nothing. */
export const reportRevenue = query("report.revenue", {
  input: revenueInput,
  output: revenue,
  run: async (run, { sold, ...asked }) => {
    const { ctx, tx } = run;
    const range = readRange(ctx, asked);
    const before = rangeBefore(range);
    const head = { ...range, before, sold };
    if (ctx.scope.kind === "distributor") return { ...head, currencies: [] };
    const values = movesValues(run, { from: before.from, to: range.to }, sold);
    const [, start] = movesValues(run, range, sold);
    const [, , beforeEnds] = movesValues(run, before, sold);
    const { billingZone } = ctx.tenant;
    const rows = await tx.named<Row>("report_revenue", revenueSql, [
      ...values,
      start,
      billingZone,
      beforeEnds,
    ]);
    const months = monthsOf(range);
    const currencies = [...new Set(rows.map(({ currency }) => currency))].map((currency) => {
      const own = rows.filter((row) => row.currency === currency);
      const now = own.filter(({ current }) => current);
      const monthOf = (month: string) => now.filter((row) => row.month === month);
      return {
        currency,
        now: figuresOf(now, sold),
        before: figuresOf(
          own.filter(({ current }) => !current),
          sold,
        ),
        months: months.map((month) => ({ month, ...figuresOf(monthOf(month), sold) })),
      };
    });
    return { ...head, currencies };
  },
});
