import { inTenant, type Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import type pg from "pg";
import { writeJobAudit } from "../kernel/audit.ts";
import { dayOf, monthOf } from "../kernel/clock.ts";
import { eachAgency } from "../kernel/each-agency.ts";
import { newId } from "../kernel/ids.ts";
import { announce } from "../webhooks/announce.ts";
import { waitsForNoPeriod } from "../wholesale/in-order.ts";
import { applyMove, type Move } from "./apply-change.ts";
import { noticePlanChanges } from "./notice.ts";

/** Changes of one agency that one round takes; the rest are due in the next. */
const mostPerRound = 500;

interface Due {
  agency_id: string;
  /** The agency's business time, to the microsecond. */
  now: string;
}

/**
 * One round of the worker: carries out every change of plan that is due by its agency's clock, each in a transaction of
 * its own. Answers how many. One agency's failure does not hold up the others; it is thrown (AggregateError) at the end.
 */
export async function carryOutPlanChanges(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<Due>("select agency_id, now::text from app.plan_changes_due()");
  return eachAgency(rows, "Plan changes of some agencies failed", (due) => carryOut(pool, due));
}

async function carryOut(pool: pg.Pool, { agency_id: agency, now }: Due): Promise<number> {
  const scope = { agency, kind: "agency", account: agency } as const;
  const { rows } = await inTenant(pool, scope, (tx) =>
    tx.execute<{ id: string }>(sql`
      select id from plan_changes c where agency_id = ${agency} and state = 'scheduled' and due_at <= ${now}::timestamptz
        and ${waitsForNoPeriod}
      order by due_at, id limit ${mostPerRound}`),
  );
  const run = `sweep_${newId()}`;
  for (const { id } of rows) await carryOutOne(pool, scope, id, { now, run });
  await inTenant(pool, scope, (tx) =>
    tx.execute(sql`
      update plan_migrations m set state = 'done', settled_at = ${now}::timestamptz
      where agency_id = ${agency} and state = 'scheduled' and due_at <= ${now}::timestamptz and not exists (
        select from plan_changes c where c.agency_id = m.agency_id and c.migration_id = m.id and c.state = 'scheduled')`),
  );
  return rows.length;
}

interface Change extends Move {
  [column: string]: unknown;
  migrationId: string | null;
}

/** Whoever calls the change off at the same moment and this meet on its row: one of them finds it settled. */
async function carryOutOne(
  pool: pg.Pool,
  scope: { agency: string; kind: "agency"; account: string },
  id: string,
  { now, run }: { now: string; run: string },
): Promise<void> {
  const { agency } = scope;
  await inTenant(pool, scope, async (tx) => {
    // The reseller's row first, as a change by hand locks it: no deadlock between them.
    await tx.execute(sql`
      select from resellers r where r.agency_id = ${agency} and r.id = (
        select reseller_id from plan_changes where agency_id = ${agency} and id = ${id}) for update`);
    const { rows } = await tx.execute<Change>(sql`
      update plan_changes set state = 'done', settled_at = ${now}::timestamptz
      where agency_id = ${agency} and id = ${id} and state = 'scheduled'
      returning reseller_id as "resellerId", from_version_id as "fromVersionId", plan_id as "planId",
        version_id as "versionId", keep_price as "keepPrice", return_unused as "returnUnused", migration_id as "migrationId"`);
    const change = rows[0];
    if (!change) return;
    const at = new Date(now);
    const month = monthOf(dayOf(at, await billingZone(tx, agency)));
    const moved = await applyMove(tx, agency, change, { at, month });
    const applied = moved.how === "moved";
    // It was decided for a plan the reseller has left since, or before it promised more than the new one covers.
    if (!applied) {
      await tx.execute(
        sql`update plan_changes set state = 'cancelled' where agency_id = ${agency} and id = ${id}`,
      );
      await noticePlanChanges(tx, agency, [id]);
    }
    const { resellerId, fromVersionId, versionId, keepPrice, migrationId } = change;
    if (applied)
      await announce(tx, { agencyId: agency, type: "plan.changed", at, resellerId, fromVersionId });
    await writeJobAudit(tx, { agencyId: agency, name: "plans.sweep", run }, "reseller.change-plan", {
      object: { kind: "reseller", id: resellerId },
      before: { versionId: fromVersionId },
      after: {
        ...{ versionId, keepPrice, migrationId, applied },
        ...(moved.how === "moved" ? { returned: moved.returned } : {}),
        ...(moved.how === "short" ? { promised: true } : {}),
      },
      resellerId,
    });
  });
}

async function billingZone(tx: Tx, agency: string): Promise<string> {
  const { rows } = await tx.execute<{ zone: string }>(
    sql`select billing_zone as zone from agencies where agency_id = ${agency}`,
  );
  return rows[0]!.zone;
}
