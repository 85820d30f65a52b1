import { sql } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";
import { instant } from "./rows-sql.ts";

/**
 * The change of plan that waits for a reseller, or null. A reseller sees its own; the name of a plan that is not
 * published to it stays the agency's until the change is there, so to it only the agency's people are told one.
 */
export async function readWaitingChange({ tx, ctx }: Run, resellerId: string) {
  if (ctx.scope.kind !== "agency") return null;
  const { rows } = await tx.execute<{ planId: string; name: string; version: number; dueAt: string }>(sql`
    select c.plan_id as "planId", p.name, v.number as version, ${instant(sql`c.due_at`)} as "dueAt"
    from plan_changes c
    join plans p on p.agency_id = c.agency_id and p.id = c.plan_id
    join plan_versions v on v.agency_id = c.agency_id and v.id = c.version_id
    where c.agency_id = ${ctx.tenant.agencyId} and c.reseller_id = ${resellerId} and c.state = 'scheduled'`);
  return rows[0] ?? null;
}
