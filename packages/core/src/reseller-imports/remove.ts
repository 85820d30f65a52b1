import { resellerImportRows, resellerImports } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { id, none } from "../identity/schemas.ts";
import { command } from "../kernel/verb.ts";
import { takeImport, theImport } from "./own.ts";

/** Removes a file with its rows; resellers that were created from it stay. Not while the worker is at it (`conflict`). */
export const removeResellerImport = command("reseller-import.remove", {
  input: z.strictObject({ id }),
  output: none,
  object: ({ id: importId }) => ({ table: "resellerImports", id: importId }),
  run: async (run, input) => {
    const { fileName, total } = await takeImport(run, input.id, ["mapping", "checked", "finished"]);
    const { agencyId } = run.ctx.tenant;
    await run.tx
      .delete(resellerImportRows)
      .where(and(eq(resellerImportRows.agencyId, agencyId), eq(resellerImportRows.importId, input.id)));
    await run.tx.delete(resellerImports).where(theImport(agencyId, input.id));
    return {
      result: {},
      audit: { object: { kind: "reseller-import", id: input.id }, before: { fileName, total } },
    };
  },
});
