import { resellerImportRows, resellerImports } from "@tenantry/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { takeImport, theImport } from "./own.ts";

/**
 * Creates a reseller for every row that was found ready, each as its own change with its own audit entry and
 * invitation; the worker carries it out. Rows found wrong are left out. Throws `conflict` before the rows were checked.
 */
export const startResellerImport = command("reseller-import.start", {
  input: z.strictObject({ id }),
  output: z.object({ total: z.int() }),
  object: ({ id: importId }) => ({ table: "resellerImports", id: importId }),
  run: async (run, input) => {
    const { tx, ctx } = run;
    if (ctx.actor.kind !== "user") throw new AppError("forbidden");
    const { agencyId } = ctx.tenant;
    await takeImport(run, input.id, ["checked"]);
    const [ready] = await tx
      .select({ total: sql<number>`count(*)::int` })
      .from(resellerImportRows)
      .where(
        and(
          eq(resellerImportRows.agencyId, agencyId),
          eq(resellerImportRows.importId, input.id),
          eq(resellerImportRows.state, "ready"),
        ),
      );
    const total = ready?.total ?? 0;
    if (total === 0) throw fieldError("/rows", "nothing_to_create");
    await tx.update(resellerImports).set({ state: "creating" }).where(theImport(agencyId, input.id));
    await enqueue(tx, "reseller-import.carry-out", { importId: input.id, userId: ctx.actor.userId });
    return {
      result: { total },
      audit: { object: { kind: "reseller-import", id: input.id }, after: { total } },
    };
  },
});
