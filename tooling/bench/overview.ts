import { randomUUID } from "node:crypto";
import { foldUsage } from "@tenantry/core/usage/fold";
import { ingestUsage } from "@tenantry/core/usage/ingest";
import { usageOverview } from "@tenantry/core/usage/overview";
import type { Pools } from "@tenantry/core/usage/test-agency";
import { atMost, type BenchRow, median, reported } from "./row.ts";
import { type Addresses, openPools, usageStage } from "./usage-stage.ts";

const days = 60;
const bar = 1.5;

/**
 * The overview's p50 at `large` raw events against its p50 at `small`, both in one database, turn by turn, with an
 * event taken in and folded between reads. Throws when a card is not what a recount of the raw events finds.
 */
export async function benchOverview(
  addresses: Addresses,
  {
    small = 100_000,
    large = 10_000_000,
    reads = 300,
  }: { small?: number; large?: number; reads?: number } = {},
): Promise<BenchRow[]> {
  const pools = openPools(addresses, 4);
  const stages = [await fill(pools, small), await fill(pools, large)];
  await pools.admin.query("vacuum analyze usage_days");
  const times = stages.map(() => [] as number[]);
  for (let read = 0; read < reads; read++) {
    for (const [place, { ctx, agency, customers }] of stages.entries()) {
      const accountId = customers[read % customers.length]!.accountId;
      const at = ctx.now.toISOString();
      await ingestUsage(ctx, {
        source: "bench",
        eventId: randomUUID(),
        meter: "messages",
        accountId,
        quantity: 1,
        at,
      });
      await foldUsage(pools.web, agency.agencyId);
      const began = performance.now();
      await usageOverview(ctx, {});
      times[place]!.push(performance.now() - began);
    }
  }
  for (const stage of stages) await compareWithRecount(pools, stage);
  await pools.end();
  const [before, after] = times.map(median) as [number, number];
  const n = (count: number) => count.toLocaleString("en");
  return [
    atMost(`overview p50 at ${n(large)} events: of its p50 at ${n(small)}`, after / before, bar, "x"),
    reported(`overview p50 at ${n(small)} events`, before, "ms"),
    reported(`overview p50 at ${n(large)} events`, after, "ms"),
  ];
}

type Stage = Awaited<ReturnType<typeof usageStage>>;

/** An agency whose 1,000 customers told `count` messages over the last 60 days; written by the server itself. */
async function fill(pools: Pools, count: number): Promise<Stage> {
  const stage = await usageStage(pools, 100, 10);
  const perStep = 1_000_000;
  for (let from = 0; from < count; from += perStep) {
    await pools.admin.query(
      `insert into usage_events (agency_id, source, event_id, day, at, meter, account_id, distributor_id, reseller_id,
         customer_id, quantity)
       select $1, 'fill', n::text, (at at time zone 'UTC')::date, at, 'messages', o.id, o.distributor_id, o.reseller_id,
         o.customer_id, 1
       from generate_series($2::int, $3::int) n
       cross join lateral (select $4::timestamptz - n % $5::int * interval '1 day' - n % 997 * interval '1 minute' as at) t
       join (select row_number() over (order by id) - 1 as place, * from accounts
         where agency_id = $1 and kind = 'customer') o on o.place = n / $5::int % 1000`,
      [stage.agency.agencyId, from, Math.min(from + perStep, count) - 1, stage.ctx.now, days],
    );
  }
  await pools.admin.query(
    `insert into usage_deltas (agency_id, batch_id, account_id, meter, day, distributor_id, reseller_id, customer_id, quantity)
     select agency_id, gen_random_uuid(), account_id, meter, (at at time zone $2)::date, distributor_id, reseller_id,
       customer_id, sum(quantity)
     from usage_events where agency_id = $1
     group by agency_id, account_id, meter, (at at time zone $2)::date, distributor_id, reseller_id, customer_id`,
    [stage.agency.agencyId, stage.agency.zone],
  );
  await foldUsage(pools.web, stage.agency.agencyId);
  return stage;
}

async function compareWithRecount(pools: Pools, { agency, ctx }: Stage): Promise<void> {
  const { period, meters } = await usageOverview(ctx, {});
  const { rows } = await pools.admin.query<{ units: bigint }>(
    `select coalesce(sum(quantity), 0)::bigint as units from usage_events
     where agency_id = $1 and meter = 'messages' and (at at time zone $2)::date between $3 and $4`,
    [agency.agencyId, agency.zone, period!.from, period!.to],
  );
  const card = meters.find((meter) => meter.meter === "messages")!.quantity;
  if (card !== Number(rows[0]!.units)) throw new Error(`The card says ${card}, a recount ${rows[0]!.units}`);
}
