import type { Tx } from "@tenantry/db";
import { newId } from "../kernel/ids.ts";
import type { CountableEvent } from "./record.ts";

/**
 * What `recordEvents` does, for a single event of a counter: the same rows by a plan of a few nodes. For products that
 * report each message by itself; it saves them a third of the statement's time.
 */
export async function recordOne(
  tx: Tx,
  agency: { agencyId: string; zone: string },
  { owner, source, eventId, meter, quantity, at }: CountableEvent,
): Promise<number> {
  const added = await tx.named("usage_record_one", recordOneSql, [
    agency.agencyId,
    newId(),
    agency.zone,
    owner.accountId,
    owner.distributorId,
    owner.resellerId,
    owner.customerId,
    source,
    eventId,
    meter,
    quantity,
    at,
  ]);
  return added.length;
}

const recordOneSql = `
  with added as (
    insert into usage_events (agency_id, source, event_id, day, at, meter, account_id, distributor_id, reseller_id,
      customer_id, quantity)
    values ($1, $8, $9, ($12::timestamptz at time zone 'UTC')::date, $12, $10, $4, $5, $6, $7, $11)
    on conflict do nothing returning 1
  )
  insert into usage_deltas (agency_id, batch_id, account_id, meter, day, distributor_id, reseller_id, customer_id,
    quantity)
  select $1, $2, $4, $10, ($12::timestamptz at time zone $3)::date, $5, $6, $7, $11 from added
  returning 1`;
