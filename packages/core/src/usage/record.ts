import type { Tx } from "@tenantry/db";
import { newId } from "../kernel/ids.ts";
import { arrayLiteral } from "./array-literal.ts";
import { recordOne } from "./record-one.ts";
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
  unordered: CountableEvent[],
): Promise<number> {
  const [first] = unordered;
  if (!first) return 0;
  if (unordered.length === 1 && first.kind === "counter") return recordOne(tx, agency, first);
  const events = inOrder(unordered);
  const owners = [...new Set(events.map((event) => event.owner))];
  const places = new Map(owners.map((owner, index) => [owner, index + 1]));
  const gauges = new Set(events.flatMap((event) => (event.kind === "gauge" ? [event.meter] : [])));
  const values = [
    agency.agencyId,
    newId(),
    agency.zone,
    arrayLiteral(owners.map((owner) => owner.accountId)),
    arrayLiteral(owners.map((owner) => owner.distributorId)),
    arrayLiteral(owners.map((owner) => owner.resellerId)),
    arrayLiteral(owners.map((owner) => owner.customerId)),
    arrayLiteral(events.map((event) => event.source)),
    arrayLiteral(events.map((event) => event.eventId)),
    arrayLiteral(events.map((event) => event.meter)),
    arrayLiteral(events.map((event) => places.get(event.owner)!)),
    arrayLiteral(events.map((event) => event.quantity)),
    arrayLiteral(events.map((event) => event.at)),
  ];
  const [row] =
    gauges.size === 0
      ? await tx.named<{ added: number }>("usage_record", recordSql(countersSql), values)
      : await tx.named<{ added: number }>("usage_record_gauges", recordSql(gaugesSql), [
          ...values,
          arrayLiteral([...gauges]),
        ]);
  return row!.added;
}

/** One order for every writer, so that two batches with the same events wait for each other instead of deadlocking. */
function inOrder(events: CountableEvent[]): CountableEvent[] {
  const keyed = events.map((event) => ({ event, key: `${event.eventId}\n${event.source}\n${event.at}` }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ event }) => event);
}

const deltaColumns =
  "agency_id, batch_id, account_id, meter, day, distributor_id, reseller_id, customer_id, quantity";

const countersSql = `, counted as (
    insert into usage_deltas (${deltaColumns})
    select $1, $2, account_id, meter, (at at time zone $3)::date, distributor_id, reseller_id, customer_id,
      sum(quantity)::bigint
    from added
    group by account_id, meter, (at at time zone $3)::date, distributor_id, reseller_id, customer_id
  )`;

const gaugesSql = `${countersSql.replace("from added", "from added where meter <> all($14::text[])")}, set_to as (
    insert into usage_deltas (${deltaColumns}, at, event_id, source)
    select distinct on (account_id, meter, (at at time zone $3)::date)
      $1, $2, account_id, meter, (at at time zone $3)::date, distributor_id, reseller_id, customer_id,
      quantity, at, event_id, source
    from added where meter = any($14::text[])
    order by account_id, meter, (at at time zone $3)::date, at desc, event_id desc, source desc
  )`;

// Owners by place in an array, not by a join: a plan that guesses ten events would compare each with every owner.
const recordSql = (deltas: string) => `
  with added as (
    insert into usage_events (agency_id, source, event_id, day, at, meter, account_id, distributor_id, reseller_id,
      customer_id, quantity)
    select $1, source, event_id, (at at time zone 'UTC')::date, at, meter, ($4::uuid[])[owner], ($5::uuid[])[owner],
      ($6::uuid[])[owner], ($7::uuid[])[owner], quantity
    from unnest($8::text[], $9::text[], $10::text[], $11::int[], $12::bigint[], $13::timestamptz[])
      as e(source, event_id, meter, owner, quantity, at)
    on conflict do nothing
    returning account_id, distributor_id, reseller_id, customer_id, meter, quantity, at, event_id, source
  )${deltas}
  select count(*)::int as added from added`;
