import { features } from "@tenantry/db/schema";
import { sql } from "drizzle-orm";
import { AppError, fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { command, type Run } from "../kernel/verb.ts";
import { mostFeatures } from "./own.ts";
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
    await makeRoom(run);
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

/** Throws `too_many_features` where no live feature more has room. */
export async function makeRoom({ tx, ctx }: Run): Promise<void> {
  const { rows } = await tx.execute<{ live: number }>(sql`
    select count(*)::int as live from features where agency_id = ${ctx.tenant.agencyId} and archived_at is null`);
  if (rows[0]!.live >= mostFeatures)
    throw new AppError("too_many_features", { params: { maximum: mostFeatures } });
}
