import { features } from "@tenantry/db/schema";
import { fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { requireRoom } from "./room.ts";
import { createInput, named } from "./schemas.ts";

/**
 * Makes a feature of the agency's product, off for everybody until it is released. Throws a field error for a key that
 * was ever used, and `too_many_features` where there are the most there may be.
 */
export const createFeature = command("feature.create", {
  input: createInput,
  output: named,
  run: async (run, { key, name, description }) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    await requireRoom(run);
    const id = newId();
    const made = await tx
      .insert(features)
      .values({ agencyId, id, key, name, description, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: features.id });
    if (made.length === 0) throw fieldError("/key", "feature_key_taken");
    return {
      result: { id, name },
      audit: { object: { kind: "feature", id }, after: { key, name, description } },
    };
  },
});
