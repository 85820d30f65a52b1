import type { App } from "@tenantry/core/kernel/ctx";
import { round } from "../http/compare.ts";
import { atMost, type BenchRow, reported } from "../row.ts";
import { addCustomers, tellUsage } from "./customers.ts";
import { newMarket } from "./market.ts";
import { runUntil, type Servers } from "./run.ts";

const groups = [1, 12, 36];
const bar = 1.5;

/**
 * What a renewal takes that has 36 counted periods of its customer behind it, of one that has a single one: all in one run, in an order drawn
 * by their ids, medians.
 */
export async function benchCountedPeriods(app: App, servers: Servers, perGroup: number): Promise<BenchRow[]> {
  const { admin } = servers;
  const market = await newMarket(app, admin, "2027-03-10");
  for (const earlier of groups)
    await addCustomers(admin, market, { count: perGroup, from: "2027-03-10", earlier });
  await tellUsage(admin, market.agencyId, { from: "2027-03-10", month: 1, days: 28 });
  await admin.query("analyze accounts, customers, subscriptions, usage_days, usage_deltas, overages");
  await market.noonOf("2027-04-10");
  const { worker } = await runUntil(servers, market, "2027-04-10", [perGroup * groups.length]);
  await worker.end("SIGTERM");
  const { rows } = await admin.query<{ earlier: number; ms: number }>(
    `select period - 2 as earlier, percentile_cont(0.5) within group (order by ms) as ms from (
       select period, 1000 * extract(epoch from lead(updated_at) over (order by updated_at) - updated_at)::float8 as ms
       from subscriptions where agency_id = $1) each group by period order by period`,
    [market.agencyId],
  );
  await compareCounts(servers, market.agencyId, perGroup);
  const [first, , last] = rows.map(({ ms }) => ms) as [number, number, number];
  return [
    atMost("renewal after 36 counted periods: of its time after 1", round(last / first), bar, "x"),
    ...rows.map(({ earlier, ms }) => reported(`renewal after ${earlier} counted periods`, round(ms), "ms")),
  ];
}

/** Throws unless each period was counted once and charged once: nothing of what came before is charged again. */
async function compareCounts({ admin }: Servers, agencyId: string, perGroup: number): Promise<void> {
  const { rows } = await admin.query<{ counts: number; corrections: number }>(
    `select (select count(*)::int from overages where agency_id = $1) as counts,
       (select count(*)::int from invoice_lines where agency_id = $1 and kind = 'correction') as corrections`,
    [agencyId],
  );
  const counts = groups.reduce((sum, earlier) => sum + perGroup * (earlier + 1), 0);
  if (rows[0]!.counts !== counts || rows[0]!.corrections !== 0)
    throw new Error(
      `${rows[0]!.counts} counts and ${rows[0]!.corrections} corrections, and should be ${counts} and none`,
    );
}
