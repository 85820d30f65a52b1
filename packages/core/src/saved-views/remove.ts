import { savedViews } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";

/** Removes a view of the caller's own; the list and what is in it stay as they are. */
export const removeSavedView = command("saved-view.remove", {
  input: z.strictObject({ id }),
  output: z.object({ name: z.string() }),
  object: ({ id: viewId }) => ({ table: "savedViews", id: viewId }),
  run: async ({ tx, ctx }, input) => {
    const { actor } = ctx;
    if (actor.kind !== "user") throw new AppError("forbidden");
    const [gone] = await tx
      .delete(savedViews)
      .where(
        and(
          eq(savedViews.agencyId, ctx.tenant.agencyId),
          eq(savedViews.id, input.id),
          eq(savedViews.userId, actor.userId),
        ),
      )
      .returning({ name: savedViews.name, question: savedViews.question });
    if (!gone) throw new AppError("not_found");
    return {
      result: { name: gone.name },
      audit: { object: { kind: "saved-view", id: input.id }, before: gone },
    };
  },
});
