import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import type { Ctx } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { operatorName, record } from "../operators/record.ts";

/** Sets an agency's status through the allow-listed function. Throws `conflict` when there was nothing to change. */
export async function setStatus(tx: Tx, ctx: Ctx, id: string, status: "active" | "suspended") {
  const { rows } = await tx.execute<{ name: string | null }>(
    sql`select app.platform_set_agency_status(${id}, ${status}, ${operatorName(ctx)}, ${newId()}, ${ctx.requestId}) as name`,
  );
  const name = rows[0]?.name;
  if (!name) throw new AppError("conflict");
  await record(tx, ctx, status === "active" ? "agency.reopen" : "agency.suspend", id);
  return { name };
}
