import { delegations } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError, fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/**
 * Takes a place for one more live reseller beneath an upline. Racers wait for each other here, and whom there is no room
 * for the database refuses (`ceiling_room`). Throws a field error for an account that may have none, or is archived.
 */
export async function takePlace(run: Run, uplineId: string): Promise<void> {
  if (!(await change(run, uplineId, 1))) throw fieldError("/uplineId", "upline_unknown");
}

/**
 * Opens or closes the room beneath an upline that is brought back or deleted. Whoever makes a reseller beneath it at the
 * same time waits, and is counted or refused. Nothing for an account that may have no resellers.
 */
export async function keepRoom({ tx, ctx }: Run, uplineId: string, live: boolean): Promise<void> {
  await tx
    .update(delegations)
    .set({ live })
    .where(and(eq(delegations.agencyId, ctx.tenant.agencyId), eq(delegations.distributorId, uplineId)));
}

/**
 * Takes a place, or gives one back, where the reseller hangs on an upline; on the agency itself there is always room.
 * Throws `conflict` for a place under an upline that is not there any more.
 */
export async function moveRoom(run: Run, uplineId: string, by: 1 | -1): Promise<void> {
  if (uplineId === run.ctx.tenant.agencyId) return;
  if (!(await change(run, uplineId, by)) && by === 1) throw new AppError("conflict");
}

async function change({ tx, ctx }: Run, uplineId: string, by: 1 | -1): Promise<boolean> {
  const rows = await tx.named("delegation_room", roomSql, [ctx.tenant.agencyId, uplineId, by]);
  return rows.length > 0;
}

const roomSql = `
  update delegations d set resellers = d.resellers + $3
  where d.agency_id = $1 and d.distributor_id = $2 and d.live
  returning d.resellers`;
