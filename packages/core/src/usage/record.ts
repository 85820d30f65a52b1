import type { Tx } from "@tenantry/db";
import { newId } from "../kernel/ids.ts";
import type { Owner } from "./resolve.ts";

/** An event that may count: its account and meter are known. */
export interface CountableEvent {
  source: string;
  eventId: string;
  meter: string;
  kind: "counter" | "gauge";
  owner: Owner;
  quantity: number;
  /** ISO 8601, UTC, milliseconds. */
  at: string;
}

/**
 * Writes the events that are new and what they add, in one statement; answers how many were new. The fold carries the
 * deltas on. `zone` is the agency's billing zone: it decides the rollup's day.
 */
export async function recordEvents(
  tx: Tx,
  agency: { agencyId: string; zone: string },
  events: CountableEvent[],
): Promise<number> {
  if (events.length === 0) return 0;
  const places = new Map<string, number>();
  const owners: Owner[] = [];
  const ownerOf = events.map(({ owner }) => {
    let place = places.get(owner.accountId);
    if (place === undefined) {
      place = owners.push(owner);
      places.set(owner.accountId, place);
    }
    return place;
  });
  const gauges = new Set(events.flatMap((event) => (event.kind === "gauge" ? [event.meter] : [])));
  const [row] = await tx.named<{ added: number }>("usage_record", recordSql, [
    agency.agencyId,
    newId(),
    agency.zone,
    [...gauges],
    owners.map((owner) => owner.accountId),
    owners.map((owner) => owner.distributorId),
    owners.map((owner) => owner.resellerId),
    owners.map((owner) => owner.customerId),
    events.map((event) => event.source),
    events.map((event) => event.eventId),
    events.map((event) => event.meter),
    ownerOf,
    events.map((event) => event.quantity),
    events.map((event) => event.at),
  ]);
  return row!.added;
}

// Ordered keys, so that two batches with the same events wait for each other instead of deadlocking.
const recordSql = `
  with owner as (
    select * from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[]) with ordinality
      as o(account_id, distributor_id, reseller_id, customer_id, place)
  ), added as (
    insert into usage_events (agency_id, source, event_id, day, at, meter, account_id, distributor_id, reseller_id,
      customer_id, quantity)
    select $1, e.source, e.event_id, (e.at at time zone 'UTC')::date, e.at, e.meter, o.account_id, o.distributor_id,
      o.reseller_id, o.customer_id, e.quantity
    from unnest($9::text[], $10::text[], $11::text[], $12::int[], $13::bigint[], $14::timestamptz[]) with ordinality
      as e(source, event_id, meter, owner, quantity, at, place)
    join owner o on o.place = e.owner
    order by e.source collate "C", e.event_id collate "C", e.at, e.place
    on conflict do nothing
    returning account_id, distributor_id, reseller_id, customer_id, meter, quantity, at, event_id, source
  ), counted as (
    insert into usage_deltas (agency_id, batch_id, account_id, meter, day, distributor_id, reseller_id, customer_id,
      quantity)
    select $1, $2, account_id, meter, (at at time zone $3)::date, distributor_id, reseller_id, customer_id,
      sum(quantity)::bigint
    from added where meter <> all($4::text[])
    group by account_id, meter, (at at time zone $3)::date, distributor_id, reseller_id, customer_id
  ), set_to as (
    insert into usage_deltas (agency_id, batch_id, account_id, meter, day, distributor_id, reseller_id, customer_id,
      quantity, at, event_id, source)
    select distinct on (account_id, meter, (at at time zone $3)::date)
      $1, $2, account_id, meter, (at at time zone $3)::date, distributor_id, reseller_id, customer_id,
      quantity, at, event_id, source
    from added where meter = any($4::text[])
    order by account_id, meter, (at at time zone $3)::date, at desc, event_id desc, source desc
  )
  select count(*)::int as added from added`;
