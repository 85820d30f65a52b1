import type { Tx } from "@tenantry/db";
import { subscriptions } from "@tenantry/db/schema";
import { type SQL, sql } from "drizzle-orm";

/**
 * A period of what a reseller buys is of the plan that counts when it begins, in whatever order the worker comes by: it waits for changes of plan and type that
 * are due by then (`waitsForNoChange`), and a later change waits for the periods that begin before it (`waitsForNoPeriod`).
 */
export const waitsForNoChange: SQL = sql`(${subscriptions.customerId} <> ${subscriptions.resellerId} or not (
  ${changeDue(sql`plan_changes`)} or ${changeDue(sql`type_changes`)}))`;

function changeDue(table: SQL): SQL {
  return sql`exists (select from ${table} c where c.agency_id = ${subscriptions.agencyId}
    and c.reseller_id = ${subscriptions.resellerId} and c.state = 'scheduled' and c.due_at <= ${subscriptions.dueAt})`;
}

/** Over a change `c` of a reseller's plan or type. */
export const waitsForNoPeriod: SQL = sql`not exists (select from subscriptions s where s.agency_id = c.agency_id
  and s.customer_id = c.reseller_id and s.reseller_id = c.reseller_id and s.state <> 'ended' and s.due_at < c.due_at)`;

/** Whether a subscription that a reseller buys waits for a change now. */
export async function waitsForChange(tx: Tx, agencyId: string, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(
      sql`${subscriptions.agencyId} = ${agencyId} and ${subscriptions.id} = ${id} and ${waitsForNoChange}`,
    );
  return found.length === 0;
}
