import { resellerImportRows, resellerImports } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { takeImport, theImport } from "./own.ts";
import { checkInput } from "./schemas.ts";

/**
 * Says which column is which field and has every row tried; nothing is created. May be said again with other columns
 * until creating begins. Throws a field error for a column that the file does not have.
 */
export const checkResellerImport = command("reseller-import.check", {
  input: checkInput,
  output: none,
  object: ({ id }) => ({ table: "resellerImports", id }),
  run: async (run, { id, columns, defaults }) => {
    const { tx, ctx } = run;
    if (ctx.actor.kind !== "user") throw new AppError("forbidden");
    const { agencyId } = ctx.tenant;
    const { head, columns: before } = await takeImport(run, id, ["mapping", "checked"]);
    for (const [field, place] of Object.entries(columns)) {
      if (place >= head.length) throw fieldError(`/columns/${field}`, "column_unknown");
    }
    await tx
      .update(resellerImports)
      .set({ columns, defaults, state: "checking" })
      .where(theImport(agencyId, id));
    await tx
      .update(resellerImportRows)
      .set({ state: "waiting", problems: [] })
      .where(and(eq(resellerImportRows.agencyId, agencyId), eq(resellerImportRows.importId, id)));
    await enqueue(tx, "reseller-import.carry-out", { importId: id, userId: ctx.actor.userId });
    return {
      result: {},
      audit: {
        object: { kind: "reseller-import", id },
        before: before ? { columns: before } : undefined,
        after: { columns, defaults },
      },
    };
  },
});
