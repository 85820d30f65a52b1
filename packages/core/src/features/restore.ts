import { features } from "@tenantry/db/schema";
import { and, eq, isNotNull } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { findFeature } from "./own.ts";
import { requireRoom } from "./room.ts";
import { byId, named } from "./schemas.ts";

/** Brings an archived feature back, withdrawn until it is released again. `conflict` where it is not archived. */
export const restoreFeature = command("feature.restore", {
  input: byId,
  output: named,
  object: ({ id }) => ({ table: "features", id }),
  run: async (run, { id }) => {
    const { name } = await findFeature(run, id);
    await requireRoom(run);
    const restored = await run.tx
      .update(features)
      .set({ archivedAt: null, updatedAt: databaseNow as never })
      .where(
        and(
          eq(features.agencyId, run.ctx.tenant.agencyId),
          eq(features.id, id),
          isNotNull(features.archivedAt),
        ),
      )
      .returning({ id: features.id });
    if (restored.length === 0) throw new AppError("conflict");
    return { result: { id, name }, audit: { object: { kind: "feature", id }, after: { archived: false } } };
  },
});
