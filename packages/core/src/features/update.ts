import { features } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { findFeature } from "./own.ts";
import { named, updateInput } from "./schemas.ts";

/** Changes what a feature is called; its key stays, because programs ask for it. Throws `conflict` for an archived one. */
export const updateFeature = command("feature.update", {
  input: updateInput,
  output: named,
  object: ({ id }) => ({ table: "features", id }),
  run: async (run, { id, ...facts }) => {
    const before = await findFeature(run, id);
    const changed = await run.tx
      .update(features)
      .set({ ...facts, updatedAt: databaseNow as never })
      .where(
        and(eq(features.agencyId, run.ctx.tenant.agencyId), eq(features.id, id), isNull(features.archivedAt)),
      )
      .returning({ name: features.name });
    if (!changed[0]) throw new AppError("conflict");
    const { name, description } = before;
    return {
      result: { id, name: changed[0].name },
      audit: { object: { kind: "feature", id }, before: { name, description }, after: facts },
    };
  },
});
