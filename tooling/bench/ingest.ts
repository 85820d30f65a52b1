import { randomUUID } from "node:crypto";
import { foldUsage } from "@tenantry/core/usage/fold";
import { ingestUsage } from "@tenantry/core/usage/ingest";
import type { Owner } from "@tenantry/core/usage/resolve";
import { committedMessages, readMessages } from "../demo-traffic/message-rows.ts";
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
 * Taking in usage through the verb (policy, schema, tenant transaction, resolving, deltas) against a raw multi-row
 * insert into an equal table: same process, 16 connections each, turn by turn, medians of `rounds` turns of `ms`.
 * Throws when what was counted is not what a recount finds.
 */
export async function benchIngest(
  addresses: Addresses,
  { rounds = 5, ms = 1_500 }: { rounds?: number; ms?: number } = {},
): Promise<BenchRow[]> {
  const pools = openPools(addresses, writers);
  const channels = readMessages(committedMessages).map((row) => row.channel);
  const raw = await rawTable(pools);
  const rows: BenchRow[] = [];
  for (const load of loads) {
    const { agency, customers, ctx } = await usageStage(pools, 20, 10);
    const owners = load.hot ? [resellerOf(customers[0]!)] : ownersLike(channels, customers);
    let accepted = 0;
    let told = 0;
    const next = () => {
      told += load.batch;
      return makeEvents(load.batch, ctx.now, owners, told);
    };
    const ours = async () => {
      const events = next().map(({ owner, ...event }) => ({ ...event, accountId: owner.accountId }));
      const answer = await ingestUsage(ctx, { events });
      accepted += answer.accepted;
    };
    const bare = () => raw.insert(agency.agencyId, next());
    const speeds = { ours: [] as number[], bare: [] as number[] };
    // The first turn only warms up.
    for (let round = 0; round <= rounds; round++) {
      const turn = { bare: await perSecond(bare, ms), ours: await perSecond(ours, ms) };
      await foldUsage(pools.web, agency.agencyId);
      if (round === 0) continue;
      speeds.bare.push(turn.bare * load.batch);
      speeds.ours.push(turn.ours * load.batch);
    }
    const recount = await pools.admin.query<{ events: bigint; days: bigint }>(
      `select (select count(*) from usage_events where agency_id = $1) as events,
         (select sum(quantity)::bigint from usage_days where agency_id = $1 and account_id = $1) as days`,
      [agency.agencyId],
    );
    const { events, days } = recount.rows[0]!;
    if (Number(events) !== accepted || Number(days) !== accepted) {
      throw new Error(`${load.name}: ${accepted} accepted, but ${events} stored and ${days} in the rollup`);
    }
    const name = `ingest, ${load.name}, ${writers} writers`;
    rows.push(
      atLeast(`${name}: share of a raw insert`, median(speeds.ours) / median(speeds.bare), load.bar, "x"),
      reported(name, Math.round(median(speeds.ours)), "events/s"),
      reported(`${name}, raw insert`, Math.round(median(speeds.bare)), "events/s"),
    );
  }
  await raw.drop();
  await pools.end();
  return rows;
}

function resellerOf(customer: Owner): Owner {
  return { ...customer, accountId: customer.resellerId, customerId: customer.distributorId };
}

/** Customers in the order in which the real messages come: busy rooms come again and again. */
function ownersLike(channels: string[], customers: Owner[]): Owner[] {
  const known = [...new Set(channels)];
  return channels.map((channel) => customers[known.indexOf(channel) % customers.length]!);
}

function makeEvents(count: number, now: Date, owners: Owner[], from: number) {
  const at = new Date(now.getTime() - 3_600_000).toISOString();
  const id = randomUUID();
  return Array.from({ length: count }, (_, n) => ({
    source: "bench",
    eventId: `${id}-${n}`,
    meter: "messages",
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
