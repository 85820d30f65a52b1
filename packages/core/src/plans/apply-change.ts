import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import { announceReturned } from "../allowances/announce-returned.ts";
import { type PromisesAfter, settlePromises } from "../allowances/plan-change.ts";
import type { Period } from "../kernel/clock.ts";
import { markAllCaps } from "../usage/mark-caps.ts";

/** A reseller's move to a version of a plan. */
export interface Move {
  resellerId: string;
  fromVersionId: string | null;
  planId: string;
  versionId: string;
  keepPrice: boolean;
  /** Unused units that the reseller has promised go back where its new plan would not cover them. */
  returnUnused: boolean;
}

/**
 * A move that was made, with the promises of which units went back; or why it was not: the reseller has left where it
 * was, or has promised more than would be covered.
 */
export type Moved = { how: "moved"; returned: PromisesAfter[] } | { how: "left" | "short" };

/**
 * Puts a reseller whose row the caller has locked on a version, with what that gives it to give on, and tells of the
 * allowances that went down for it. `at` is business time, `month` the one it is in. Nothing is written where it cannot be.
 */
export async function applyMove(
  tx: Tx,
  agencyId: string,
  move: Move,
  { at, month }: { at: Date; month: Period },
): Promise<Moved> {
  const { resellerId, fromVersionId, planId, versionId, keepPrice } = move;
  const { rowCount } = await tx.execute(sql`
    select from resellers where agency_id = ${agencyId} and id = ${resellerId}
      and plan_version_id is not distinct from ${fromVersionId}::uuid`);
  if (rowCount !== 1) return { how: "left" };
  const asked = { agencyId, resellerId, versionId, month };
  const { covered, short } = await settlePromises(tx, asked, move.returnUnused);
  if (!covered) return { how: "short" };
  await tx.execute(sql`
    update resellers set plan_id = ${planId}, plan_version_id = ${versionId},
      price_version_id = case when ${keepPrice} then coalesce(price_version_id, plan_version_id) end
    where agency_id = ${agencyId} and id = ${resellerId}`);
  await markAllCaps(tx, agencyId, resellerId);
  await announceReturned(tx, { agencyId, resellerId, at }, short);
  return { how: "moved", returned: short };
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
