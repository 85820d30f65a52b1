import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import type { Ctx } from "../kernel/ctx.ts";
import { newId } from "../kernel/ids.ts";

/** Who an operator's act is recorded under; a command line acts in its own name. */
export function operatorName({ actor }: Ctx): string {
  if (actor.kind === "operator") return actor.operatorId;
  return actor.kind === "job" ? actor.name : "anonymous";
}

/** Writes the installation's own record of an operator's act, in the transaction that did it. */
export async function record(
  tx: Tx,
  ctx: Ctx,
  action: string,
  objectId: string,
  after?: object,
): Promise<void> {
  await tx.execute(sql`
    insert into platform.operator_entries (id, operator_id, action, object_id, after, request_id)
    values (${newId()}, ${operatorName(ctx)}, ${action}, ${objectId}, ${after ? JSON.stringify(after) : null}::jsonb, ${ctx.requestId})`);
}
