import { randomUUID } from "node:crypto";
import { foldUsage } from "@tenantry/core/usage/fold";
import { ingestUsage } from "@tenantry/core/usage/ingest";
import type { CountableEvent } from "@tenantry/core/usage/record";
import type { Owner } from "@tenantry/core/usage/resolve";
import type { Pools } from "@tenantry/core/usage/test-agency";
import { committedMessages, readMessages } from "../demo-traffic/message-rows.ts";
import { ingestSeam } from "./ingest-seam.ts";
import { rawTable } from "./raw-events.ts";
import { atLeast, type BenchRow, median, reported } from "./row.ts";
import { type Addresses, openPools, usageStage } from "./usage-stage.ts";

const writers = 16;

interface Load {
  name: string;
  batch: number;
  bar: number;
  /** All events name one reseller's account. */
  hot?: boolean;
}

const loads: Load[] = [
  { name: "single events", batch: 1, bar: 0.5 },
  { name: "batches of 100", batch: 100, bar: 0.5 },
  { name: "batches of 1,000", batch: 1_000, bar: 0.5 },
  { name: "hot reseller, batches of 100", batch: 100, bar: 0.55 },
];

/**
 * Taking in usage against a raw multi-row insert into an equal table: same process, 16 connections, turn by turn,
 * medians of `rounds` turns of `ms`. Gated at the SQL seam; the whole verb (policy, schema, resolving) is reported
 * beside it. Accounts come in the order of the real messages. Throws when what was accepted is not what a recount finds.
 */
export async function benchIngest(
  addresses: Addresses,
  { rounds = 5, ms = 1_500 }: { rounds?: number; ms?: number } = {},
): Promise<BenchRow[]> {
  const pools = openPools(addresses, writers);
  const rows: BenchRow[] = [];
  for (const load of loads) rows.push(...(await benchLoad(pools, load, rounds, ms)));
  await pools.end();
  return rows;
}

async function benchLoad(pools: Pools, load: Load, rounds: number, ms: number): Promise<BenchRow[]> {
  const raw = await rawTable(pools);
  const { agency, customers, ctx } = await usageStage(pools, 20, 10);
  const seam = ingestSeam(pools, agency);
  const channels = readMessages(committedMessages).map((row) => row.channel);
  const owners = load.hot ? [resellerOf(customers[0]!)] : ownersLike(channels, customers);
  let told = 0;
  let accepted = 0;
  const next = () => {
    told += load.batch;
    return makeEvents(load.batch, ctx.now, owners, told);
  };
  const ways = {
    raw: () => raw.insert(agency.agencyId, next()),
    seam: async () => {
      const added = await seam(next());
      accepted += added;
    },
    verb: async () => {
      const answer = await ingestUsage(ctx, { events: next().map(asTold) });
      accepted += answer.accepted;
    },
  };
  const speeds: Record<keyof typeof ways, number[]> = { raw: [], seam: [], verb: [] };
  // The first turn only warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const way of ["raw", "seam", "verb"] as const) {
      const speed = await perSecond(ways[way], ms);
      if (round > 0) speeds[way].push(speed * load.batch);
    }
    await foldUsage(pools.web, agency.agencyId);
  }
  await compareWithRecount(pools, agency.agencyId, load.name, accepted);
  await raw.drop();
  const share = (way: "seam" | "verb") => median(speeds[way]) / median(speeds.raw);
  const name = `ingest, ${load.name}, ${writers} writers`;
  return [
    atLeast(`${name}: share of a raw insert`, share("seam"), load.bar, "x"),
    reported(`${name}: whole verb, share of a raw insert`, share("verb"), "x"),
    reported(`${name}: raw insert`, Math.round(median(speeds.raw)), "events/s"),
    reported(`${name}: at the SQL seam`, Math.round(median(speeds.seam)), "events/s"),
    reported(`${name}: whole verb`, Math.round(median(speeds.verb)), "events/s"),
  ];
}

async function compareWithRecount(
  pools: Pools,
  agencyId: string,
  name: string,
  accepted: number,
): Promise<void> {
  const { rows } = await pools.admin.query<{ events: bigint; days: bigint }>(
    `select (select count(*) from usage_events where agency_id = $1) as events,
       (select sum(quantity)::bigint from usage_days where agency_id = $1 and account_id = $1) as days`,
    [agencyId],
  );
  const { events, days } = rows[0]!;
  if (Number(events) === accepted && Number(days) === accepted) return;
  throw new Error(`${name}: ${accepted} accepted, but ${events} stored and ${days} in the rollup`);
}

function asTold({ owner, kind: _, ...event }: CountableEvent) {
  return { ...event, accountId: owner.accountId };
}

function resellerOf(customer: Owner): Owner {
  return { ...customer, accountId: customer.resellerId, customerId: customer.distributorId };
}

/** Customers in the order in which the real messages come: busy rooms come again and again. */
function ownersLike(channels: string[], customers: Owner[]): Owner[] {
  const known = [...new Set(channels)];
  return channels.map((channel) => customers[known.indexOf(channel) % customers.length]!);
}

function makeEvents(count: number, now: Date, owners: Owner[], from: number): CountableEvent[] {
  const at = new Date(now.getTime() - 3_600_000).toISOString();
  const id = randomUUID();
  return Array.from({ length: count }, (_, n) => ({
    source: "bench",
    eventId: `${id}-${n}`,
    meter: "messages",
    kind: "counter",
    quantity: 1,
    at,
    owner: owners[(from + n) % owners.length]!,
  }));
}

/** Lets 16 writers call `once` in a loop for `ms`; answers calls per second. */
async function perSecond(once: () => Promise<void>, ms: number): Promise<number> {
  const began = performance.now();
  let calls = 0;
  const writer = async () => {
    while (performance.now() - began < ms) {
      await once();
      calls++;
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  return calls / ((performance.now() - began) / 1_000);
}
