import type { Period } from "../kernel/clock.ts";
import { asJson } from "../kernel/money.ts";
import { query, type Run } from "../kernel/verb.ts";
import {
  figuresOf,
  movesSql,
  movesValues,
  reachesNow,
  recurringSql,
  type Sold,
  type Sums,
  sumsSql,
} from "./moves.ts";
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

const mrrSql = `
  select currency, sum(monthly)::bigint as mrr
  from (${recurringSql({ caller: "$2", own: "$3", reseller: "null", now: "$4" })}) r
  group by 1 having sum(monthly) > 0`;

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
    const mrr = await readMrr(run, range, sold);
    const named = [...rows.map(({ currency }) => currency), ...(mrr?.keys() ?? [])];
    const currencies = [...new Set(named)].sort().map((currency) => {
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
        mrrMinor: mrr ? asJson(mrr.get(currency) ?? 0n) : null,
        months: months.map((month) => ({ month, ...figuresOf(monthOf(month), sold) })),
      };
    });
    return { ...head, currencies };
  },
});

/** What recurs, by currency; undefined where it is not known. */
async function readMrr(run: Run, range: Period, sold: Sold): Promise<Map<string, bigint> | undefined> {
  if (!reachesNow(run, range)) return undefined;
  const { ctx, tx } = run;
  const values = [ctx.tenant.agencyId, ctx.scope.account, sold === "own", ctx.now.toISOString()];
  const rows = await tx.named<{ currency: string; mrr: bigint }>("report_mrr", mrrSql, values);
  return new Map(rows.map(({ currency, mrr }) => [currency, mrr]));
}
