import { savedViews } from "@tenantry/db/schema";
import { z } from "zod";
import { AppError, fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { ownScope } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { createInput } from "./schemas.ts";

/** Keeps a list's search, filters and order under a name. Throws a field error when the caller has one of that name. */
export const createSavedView = command("saved-view.create", {
  input: createInput,
  output: z.object({ id: z.string(), name: z.string() }),
  run: async ({ tx, ctx }, input) => {
    const { actor } = ctx;
    if (actor.kind !== "user") throw new AppError("forbidden");
    const id = newId();
    const made = await tx
      .insert(savedViews)
      .values({ ...ownScope(ctx.tenant), ...input, id, accountId: actor.accountId, userId: actor.userId })
      .onConflictDoNothing()
      .returning({ id: savedViews.id });
    if (made.length === 0) throw fieldError("/name", "name_taken");
    return {
      result: { id, name: input.name },
      audit: { object: { kind: "saved-view", id }, after: input },
    };
  },
});
