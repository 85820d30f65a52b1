import type { CountableEvent } from "@tenantry/core/usage/record";
import type { Pools } from "@tenantry/core/usage/test-agency";

/**
 * The bare table that ingest is held against: the same columns, key, checks and partitions as usage_events, without
 * policies, filled by multi-row inserts as named statements in autocommit.
 */
export async function rawTable({ admin, web }: Pools) {
  await admin.query(`
    drop schema if exists bench cascade;
    create schema bench;
    create table bench.events (like usage_events including all) partition by range (day);
    grant usage on schema bench to tn_web;
    grant insert on bench.events to tn_web;
    do $$
    declare first date := (now() at time zone 'UTC')::date - 3;
    begin
      for n in 0..6 loop
        execute format('create table bench.events_%s partition of bench.events for values from (%L) to (%L)',
          n, first + n, first + n + 1);
      end loop;
    end $$`);
  const insert = async (agencyId: string, events: CountableEvent[]) => {
    const values: unknown[] = [];
    for (const { source, eventId, at, meter, quantity, owner } of events) {
      const { accountId, distributorId, resellerId, customerId } = owner;
      values.push(agencyId, source, eventId, at.slice(0, 10), at, meter);
      values.push(accountId, distributorId, resellerId, customerId, quantity);
    }
    await web.query({ name: `raw_${events.length}`, text: statement(events.length), values });
  };
  return { insert, drop: () => admin.query("drop schema bench cascade") };
}

const statements = new Map<number, string>();
const columns = 11;

function statement(rows: number): string {
  let text = statements.get(rows);
  if (text === undefined) {
    const row = (n: number) =>
      `(${Array.from({ length: columns }, (_, column) => `$${n * columns + column + 1}`).join(", ")})`;
    text = `insert into bench.events (agency_id, source, event_id, day, at, meter, account_id, distributor_id,
      reseller_id, customer_id, quantity) values ${Array.from({ length: rows }, (_, n) => row(n)).join(", ")}`;
    statements.set(rows, text);
  }
  return text;
}
