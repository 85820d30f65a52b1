import type { Tx } from "@tenantry/db";
import { newId } from "../kernel/ids.ts";
import { identityDay } from "./rules.ts";
import type { Refused } from "./sort-out.ts";

/** Keeps refused events with their reasons, in one statement. The same event told again takes its row over. */
export async function setAside(tx: Tx, agencyId: string, refused: Refused[]): Promise<void> {
  if (refused.length === 0) return;
  const rows = new Map<string, Refused>();
  for (const one of refused) {
    const { source, eventId, at } = one.event;
    rows.set(JSON.stringify([source, eventId, identityDay(at)]), one);
  }
  const column = <T>(value: (row: Refused) => T) => [...rows.values()].map(value);
  await tx.named("usage_set_aside", setAsideSql, [
    agencyId,
    column(() => newId()),
    column((row) => row.reason),
    column((row) => row.event.source),
    column((row) => row.event.eventId),
    column((row) => identityDay(row.event.at)),
    column((row) => row.event.at),
    column((row) => row.event.meter),
    column((row) => row.event.accountId ?? null),
    column((row) => row.event.externalId ?? null),
    column((row) => row.event.quantity),
  ]);
}

const setAsideSql = `
  insert into usage_quarantine (agency_id, id, reason, source, event_id, day, at, meter, account_id, external_id, quantity)
  select $1, e.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::timestamptz[], $8::text[],
    $9::uuid[], $10::text[], $11::bigint[]) as e(id, reason, source, event_id, day, at, meter, account_id, external_id, quantity)
  order by e.source collate "C", e.event_id collate "C", e.day
  on conflict (agency_id, source, event_id, day) do update set
    id = excluded.id, reason = excluded.reason, at = excluded.at, meter = excluded.meter,
    account_id = excluded.account_id, external_id = excluded.external_id, quantity = excluded.quantity,
    received_at = default`;
