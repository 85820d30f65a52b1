import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import { markAllCaps } from "../usage/mark-caps.ts";

/** A reseller's move to a version of a plan. */
export interface Move {
  resellerId: string;
  fromVersionId: string | null;
  planId: string;
  versionId: string;
  keepPrice: boolean;
}

/** Puts a reseller on a version. Answers false where it is not any more where it was when this was decided. */
export async function applyMove(tx: Tx, agencyId: string, move: Move): Promise<boolean> {
  const { resellerId, fromVersionId, planId, versionId, keepPrice } = move;
  const { rowCount } = await tx.execute(sql`
    update resellers set plan_id = ${planId}, plan_version_id = ${versionId},
      price_version_id = case when ${keepPrice} then coalesce(price_version_id, plan_version_id) end
    where agency_id = ${agencyId} and id = ${resellerId}
      and plan_version_id is not distinct from ${fromVersionId}::uuid`);
  if (rowCount !== 1) return false;
  await markAllCaps(tx, agencyId, resellerId);
  return true;
}

/** Calls off what waits for a reseller. Answers the changes' ids (none or one). */
export async function cancelWaiting(
  tx: Tx,
  agencyId: string,
  resellerId: string,
  now: Date,
): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    update plan_changes set state = 'cancelled', settled_at = ${now.toISOString()}
    where agency_id = ${agencyId} and reseller_id = ${resellerId} and state = 'scheduled' returning id`);
  return rows.map(({ id }) => id);
}
