import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import { announce } from "../webhooks/announce.ts";
import type { ResellerType } from "./rules.ts";

/** A reseller's move from one type to the other. */
export interface TypeMove {
  resellerId: string;
  fromType: ResellerType;
  toType: ResellerType;
}

/**
 * Gives a reseller its type and announces it; nothing that was sold or used before is touched. Answers false where it is
 * not any more of the type this was decided for.
 */
export async function applyType(
  tx: Tx,
  agencyId: string,
  { resellerId, fromType, toType }: TypeMove,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    update resellers set type = ${toType}
    where agency_id = ${agencyId} and id = ${resellerId} and type = ${fromType}`);
  if (rowCount !== 1) return false;
  await announce(tx, { agencyId, type: "type.changed", resellerId, at, more: { previousType: fromType } });
  return true;
}

/** Calls off the change of type that waits for a reseller. Answers how many did (none or one). */
export async function cancelWaitingType(
  tx: Tx,
  agencyId: string,
  resellerId: string,
  now: Date,
): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update type_changes set state = 'cancelled', settled_at = ${now.toISOString()}
    where agency_id = ${agencyId} and reseller_id = ${resellerId} and state = 'scheduled'`);
  return rowCount ?? 0;
}

/** The change of type that waits for a reseller, or null. */
export async function readWaitingType(tx: Tx, agencyId: string, resellerId: string) {
  const { rows } = await tx.execute<{ type: ResellerType; dueAt: Date }>(sql`
    select to_type as type, due_at as "dueAt" from type_changes
    where agency_id = ${agencyId} and reseller_id = ${resellerId} and state = 'scheduled'`);
  const [row] = rows;
  return row ? { type: row.type, dueAt: new Date(row.dueAt).toISOString() } : null;
}
