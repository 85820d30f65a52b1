import { inTenant, type Tx } from "@tenantry/db";
import { webhookEndpoints } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type pg from "pg";
import { writeJobAudit } from "../kernel/audit.ts";
import { newId } from "../kernel/ids.ts";
import { queueNotice } from "../notices/queue.ts";
import type { Claimed } from "./claim.ts";
import { ping } from "./event-types.ts";
import type { Outcome } from "./schedule.ts";
import { switchOff } from "./switch-off.ts";

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
    if (outcome.state === "failed") await lockEndpoint(tx, claimed);
    await markEndpoint(tx, claimed, outcome.state === "succeeded");
    const { id, endpointId, tries } = claimed;
    const pause = outcome.state === "pending" ? outcome.seconds : 0;
    const values = [agencyId, id, tries, outcome.state, pause, attempt.status, attempt.failure];
    const [settled] = await tx.named("webhook_settle", settleSql, values);
    if (!settled) throw new Superseded();
    const { durationMs, status, failure, answer } = attempt;
    await tx.named("webhook_attempt", attemptSql, [
      ...[agencyId, id, tries, claimed.now, durationMs, status, failure, answer, endpointId],
    ]);
    if (outcome.state === "failed") await perhapsSwitchOff(tx, claimed, outcome.gone);
  }).catch((error: unknown) => {
    if (!(error instanceof Superseded)) throw error;
  });
}

/** Its account is held before it: the notice to its people does that, and who changes an account announces that after. */
async function lockEndpoint(tx: Tx, { agencyId, endpointId, accountId }: Claimed): Promise<void> {
  await Promise.all([
    tx.named("webhook_hold_account", holdAccountSql, [agencyId, accountId]),
    tx.named("webhook_lock", lockSql, [agencyId, endpointId]),
  ]);
}

/** When something last arrived there and last did not; a busy endpoint is not written to for every message. */
async function markEndpoint(tx: Tx, { agencyId, endpointId }: Claimed, arrived: boolean): Promise<void> {
  const sql = arrived ? arrivedSql : failedSql;
  await tx.named(`webhook_${arrived ? "arrived" : "not_arrived"}`, sql, [agencyId, endpointId]);
}

/** Off at once where the receiver says it is gone; else when a message was given up and none has arrived since it began. */
async function perhapsSwitchOff(tx: Tx, claimed: Claimed, gone: boolean): Promise<void> {
  const { agencyId, endpointId, accountId, createdAt, type, id } = claimed;
  if (type === ping) return;
  const endpoint = and(eq(webhookEndpoints.agencyId, agencyId), eq(webhookEndpoints.id, endpointId));
  const [row] = await tx
    .select({ arrived: webhookEndpoints.lastSuccessAt, resellerId: webhookEndpoints.resellerId })
    .from(webhookEndpoints)
    .where(endpoint);
  if (!row || (!gone && row.arrived && row.arrived > createdAt)) return;
  const why = gone ? "gone" : "failing";
  if ((await switchOff(tx, endpoint, why)) === undefined) return;
  await queueNotice(tx, { kind: "webhook_disabled", subjectId: endpointId, accountId });
  await writeJobAudit(tx, { agencyId, name: "webhooks.send", run: `send_${newId()}` }, "webhook.disable", {
    object: { kind: "webhook", id: endpointId },
    after: { state: "disabled", why, delivery: id },
    resellerId: row.resellerId,
  });
}

const holdAccountSql = "select from accounts where agency_id = $1 and id = $2 for key share";
const lockSql = "select from webhook_endpoints where agency_id = $1 and id = $2 for update";

const arrivedSql = `
  update webhook_endpoints set last_success_at = now()
  where agency_id = $1 and id = $2
    and (last_success_at is null or last_success_at < now() - interval '10 seconds' or last_failure_at >= last_success_at)`;

const failedSql = `
  update webhook_endpoints set last_failure_at = now()
  where agency_id = $1 and id = $2
    and (last_failure_at is null or last_failure_at < now() - interval '10 seconds' or last_success_at >= last_failure_at)`;

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
