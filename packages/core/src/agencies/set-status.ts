import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import type { Ctx } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { operatorName, record } from "../operators/record.ts";

/**
 * Sets an agency's status through the allow-listed function; asking for what is already so changes and records
 * nothing. Throws `not_found` when there is no such agency.
 */
export async function setStatus(tx: Tx, ctx: Ctx, id: string, status: "active" | "suspended") {
  const { rows } = await tx.execute<{ name: string; changed: boolean }>(sql`
    select * from app.platform_set_agency_status(${id}, ${status}, ${operatorName(ctx)}, ${newId()}, ${ctx.requestId})`);
  const agency = rows[0];
  if (!agency) throw new AppError("not_found");
  if (agency.changed) await record(tx, ctx, status === "active" ? "agency.reopen" : "agency.suspend", id);
  return { name: agency.name };
}
