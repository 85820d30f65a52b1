import type { Tx } from "@tenantry/db";

/** Tells resellers' people of changes of plan to come, or called off, in this transaction; one statement for all. */
export async function noticePlanChanges(tx: Tx, agencyId: string, changes: string[]): Promise<void> {
  await tx.named("notice_plan_changes", noticeSql, [agencyId, changes]);
}

const noticeSql = `
  select app.queue_notice('plan_change', c.reseller_id, c.id, null, null)
  from plan_changes c where c.agency_id = $1 and c.id = any($2::uuid[])`;
