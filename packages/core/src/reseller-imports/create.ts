import { resellerImportRows, resellerImports } from "@tenantry/db/schema";
import { z } from "zod";
import { AppError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { readFile } from "./read-file.ts";
import { createInput } from "./schemas.ts";

/**
 * Takes in a file of resellers to be; nothing is created yet. Throws a field error at `/csv` for what is no CSV, is
 * empty or has too many rows. Kept for 30 days.
 */
export const createResellerImport = command("reseller-import.create", {
  input: createInput,
  output: z.object({ id: z.string(), total: z.int() }),
  run: async ({ tx, ctx }, { fileName, csv }) => {
    if (ctx.actor.kind !== "user") throw new AppError("forbidden");
    const { agencyId } = ctx.tenant;
    const { head, rows } = readFile(csv);
    const id = newId();
    const total = rows.length;
    await tx
      .insert(resellerImports)
      .values({ agencyId, id, userId: ctx.actor.userId, fileName, head, total });
    await tx.insert(resellerImportRows).values(rows.map((row) => ({ agencyId, importId: id, ...row })));
    return {
      result: { id, total },
      audit: { object: { kind: "reseller-import", id }, after: { fileName, total } },
    };
  },
});
