import { inTenant, type Tx } from "@tenantry/db";
import type pg from "pg";
import { pauses } from "./schedule.ts";

/** A message that this worker alone sends now. */
export interface Claimed {
  [column: string]: unknown;
  id: string;
  agencyId: string;
  endpointId: string;
  accountId: string;
  resellerId: string;
  type: string;
  body: string;
  /** Which attempt this is. */
  tries: number;
  step: number;
  createdAt: Date;
  url: string;
  /** Since when nothing has arrived there; null where the last attempt did. */
  failingSince: Date | null;
  secret: Buffer;
  secretKeyId: string;
  /** Null where no earlier secret is good now. */
  previousSecret: Buffer | null;
  previousSecretKeyId: string | null;
  /** The database's time, which the signature carries. */
  now: Date;
}

/**
 * Takes up to `room` messages that are due, an equal share for each agency; what one cannot use goes to those that can.
 * Each round begins with another agency, so that little room is not always the same one's. A lease keeps other workers off for a
 * minute: a worker that dies in between loses nothing. A lease that ran out is a step of the schedule, since the message
 * may well have been sent. One agency's failure takes nothing from the others, whose messages are leased by then.
 */
export async function claimDeliveries(
  pool: pg.Pool,
  room: number,
): Promise<{ claimed: Claimed[]; failures: unknown[] }> {
  const claimed: Claimed[] = [];
  const failures: unknown[] = [];
  if (room <= 0) return { claimed, failures };
  const { rows } = await pool.query<{ agency: string }>(dueSql);
  let agencies = rows.map(({ agency }) => agency);
  while (agencies.length > 0 && claimed.length < room) {
    const share = Math.max(1, Math.floor((room - claimed.length) / agencies.length));
    const filled: string[] = [];
    for (const agency of agencies) {
      if (claimed.length >= room) break;
      const scope = { agency, kind: "agency", account: agency } as const;
      try {
        const taken = await inTenant(pool, scope, (tx) => claimOf(tx, agency, share));
        claimed.push(...taken);
        if (taken.length === share) filled.push(agency);
      } catch (error) {
        failures.push(error);
      }
    }
    agencies = filled;
  }
  return { claimed, failures };
}

const dueSql = "select agency from app.webhooks_due() agency order by random()";

function claimOf(tx: Tx, agencyId: string, most: number): Promise<Claimed[]> {
  return tx.named<Claimed>("webhook_claim", claimSql, [agencyId, most, pauses.length]);
}

// Endpoints with something waiting are found by one step of the index each, however much waits. One that has failed
// last gets one attempt at a time, others up to sixteen, of each worker: a receiver that is slow or dead holds up itself alone. What
// nobody could settle in as many steps as the schedule has ($3 pauses) is sent no more.
const claimSql = `
  with recursive waiting as (
    (select endpoint_id from webhook_deliveries where agency_id = $1 and state = 'pending' order by endpoint_id limit 1)
    union all
    select (select d.endpoint_id from webhook_deliveries d
      where d.agency_id = $1 and d.state = 'pending' and d.endpoint_id > w.endpoint_id order by d.endpoint_id limit 1)
    from waiting w where w.endpoint_id is not null
  ), room as (
    select e.id, e.disabled_at, case when e.last_failure_at > coalesce(e.last_success_at, '-infinity') then 1 else 16 end
      - (select count(*) from webhook_deliveries f where f.agency_id = $1 and f.endpoint_id = e.id
          and f.state = 'pending' and f.leased_until > now()) as free
    from waiting w join webhook_endpoints e on e.agency_id = $1 and e.id = w.endpoint_id
  ), due as (
    select d.id, d.lapsed from room r cross join lateral (
      select d.id, d.due_at, d.leased_until is not null as lapsed from webhook_deliveries d
      where d.agency_id = $1 and d.endpoint_id = r.id and d.state = 'pending' and d.due_at <= now()
        and (d.leased_until is null or d.leased_until <= now()) and (r.disabled_at is null or d.type = 'ping')
      order by d.due_at, d.id limit greatest(r.free, 0) for update skip locked
    ) d
    order by d.due_at, d.id limit $2
  ), given_up as (
    update webhook_deliveries d
    set state = 'failed', leased_until = null, last_status = null, last_failure = 'unsettled'
    from due where d.agency_id = $1 and d.id = due.id and due.lapsed and d.step >= $3
  )
  update webhook_deliveries d
  set leased_until = now() + interval '1 minute', tries = d.tries + 1, step = d.step + due.lapsed::int
  from due, webhook_endpoints e
  where d.agency_id = $1 and d.id = due.id and e.agency_id = $1 and e.id = d.endpoint_id
    and not (due.lapsed and d.step >= $3)
  returning d.id, d.agency_id as "agencyId", d.endpoint_id as "endpointId", e.account_id as "accountId",
    e.reseller_id as "resellerId", d.type, d.body, e.failing_since as "failingSince", d.tries, d.step, d.created_at as "createdAt", e.url, e.secret, e.secret_key_id as "secretKeyId",
    case when e.previous_valid_until > now() then e.previous_secret end as "previousSecret",
    e.previous_secret_key_id as "previousSecretKeyId", now() as now`;
