import { inTenant, type Tx } from "@tenantry/db";
import type pg from "pg";
import type { Claimed } from "./claim.ts";
import type { Outcome } from "./schedule.ts";
import { switchOffItself, whyOff } from "./switch-off-itself.ts";

/** What is written down of one attempt. */
export interface Attempt {
  durationMs: number;
  status: number | null;
  failure: string | null;
  answer: string | null;
}

/** Somebody else has this message by now, it was taken back, or this was written already and the answer lost. */
class Superseded extends Error {}

/**
 * Writes what came of an attempt, in one transaction. Where that may switch the endpoint off it is locked first, as by
 * everybody else who touches both. A worker that came too late writes nothing.
 */
export async function settle(
  pool: pg.Pool,
  claimed: Claimed,
  attempt: Attempt,
  outcome: Outcome,
): Promise<void> {
  const { agencyId } = claimed;
  const scope = { agency: agencyId, kind: "agency", account: agencyId } as const;
  await inTenant(pool, scope, async (tx) => {
    const off = await whyOff(tx, claimed, outcome);
    await markEndpoint(tx, claimed, outcome.state === "succeeded");
    const { id, endpointId, tries } = claimed;
    const pause = outcome.state === "pending" ? outcome.seconds : 0;
    const values = [
      agencyId,
      id,
      tries,
      off ? "failed" : outcome.state,
      pause,
      attempt.status,
      attempt.failure,
    ];
    const [settled] = await tx.named("webhook_settle", settleSql, values);
    if (!settled) throw new Superseded();
    const { durationMs, status, failure, answer } = attempt;
    await tx.named("webhook_attempt", attemptSql, [
      ...[agencyId, id, tries, claimed.now, durationMs, status, failure, answer, endpointId],
    ]);
    if (off) await switchOffItself(tx, claimed, off);
  }).catch((error: unknown) => {
    if (!(error instanceof Superseded)) throw error;
  });
}

/** When something last arrived there and last did not; a busy endpoint is not written to for every message. */
async function markEndpoint(tx: Tx, { agencyId, endpointId }: Claimed, arrived: boolean): Promise<void> {
  const sql = arrived ? arrivedSql : failedSql;
  await tx.named(`webhook_${arrived ? "arrived" : "not_arrived"}`, sql, [agencyId, endpointId]);
}

const arrivedSql = `
  update webhook_endpoints set last_success_at = now(), failing_since = null
  where agency_id = $1 and id = $2
    and (last_success_at is null or last_success_at < now() - interval '10 seconds' or last_failure_at >= last_success_at
      or failing_since is not null)`;

const failedSql = `
  update webhook_endpoints set last_failure_at = now(), failing_since = coalesce(failing_since, now())
  where agency_id = $1 and id = $2
    and (last_failure_at is null or last_failure_at < now() - interval '10 seconds' or last_success_at >= last_failure_at
      or failing_since is null)`;

const settleSql = `
  update webhook_deliveries set state = $4, due_at = now() + make_interval(secs => $5), leased_until = null,
    step = step + 1, last_status = $6, last_failure = $7
  where agency_id = $1 and id = $2 and tries = $3 and state = 'pending' and leased_until is not null
  returning id`;

const attemptSql = `
  insert into webhook_attempts (agency_id, delivery_id, number, distributor_id, reseller_id, at, duration_ms, status,
    failure, answer)
  select $1, $2, $3, e.distributor_id, e.reseller_id, $4, $5, $6, $7, $8
  from webhook_endpoints e where e.agency_id = $1 and e.id = $9`;
