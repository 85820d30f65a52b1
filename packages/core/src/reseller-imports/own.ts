import { resellerImports } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

export const theImport = (agencyId: string, id: string) =>
  and(eq(resellerImports.agencyId, agencyId), eq(resellerImports.id, id));

/** The import, its row held until the transaction ends. Throws `not_found`; `conflict` where it is not in `states`. */
export async function takeImport(
  { tx, ctx }: Run,
  id: string,
  states: (typeof resellerImports.$inferSelect.state)[],
) {
  const [row] = await tx
    .select()
    .from(resellerImports)
    .where(theImport(ctx.tenant.agencyId, id))
    .for("update");
  if (!row) throw new AppError("not_found");
  if (!states.includes(row.state)) throw new AppError("conflict");
  return row;
}
