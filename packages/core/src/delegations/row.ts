import { delegations } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";
import type { Delegation } from "./rules.ts";

type Row = typeof delegations.$inferSelect;

/** A delegation as the rules know it. */
export function delegationOf(row: Row): Delegation {
  return {
    ...{ create: row.mayCreate, edit: row.mayEdit, archive: row.mayArchive },
    ...{ stopModes: row.stopModes, types: row.resellerTypes },
    ...{ maximum: row.maxResellers, resellers: row.resellers },
  };
}

/** The columns of what an agency sets. */
export function columnsOf({
  create,
  edit,
  archive,
  stopModes,
  types,
  maximum,
}: Omit<Delegation, "resellers">) {
  return {
    ...{ mayCreate: create, mayEdit: edit, mayArchive: archive },
    ...{ stopModes, resellerTypes: types, maxResellers: maximum },
  };
}

/** The ceiling over an upline, or null where there is none. `lock`: whoever changes it at the same time waits. */
export async function readRow({ tx, ctx }: Run, uplineId: string, lock = false): Promise<Delegation | null> {
  const asked = tx
    .select()
    .from(delegations)
    .where(and(eq(delegations.agencyId, ctx.tenant.agencyId), eq(delegations.distributorId, uplineId)));
  const [row] = await (lock ? asked.for("update") : asked);
  return row ? delegationOf(row) : null;
}
