import { features } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { changeRule } from "./change-rule.ts";
import { takeFeature } from "./own.ts";
import { ruleOf } from "./rule.ts";
import { byId, released } from "./schemas.ts";

/** Takes a feature from everybody and out of the lists. Its key is not given again. `conflict` where it is archived already. */
export const archiveFeature = command("feature.archive", {
  input: byId,
  output: released,
  object: ({ id }) => ({ table: "features", id }),
  run: async (run, { id }) => {
    const feature = await takeFeature(run, id);
    const withdrawnAt = feature.withdrawnAt ?? run.ctx.now.toISOString();
    const done = await changeRule(run, feature, { ...ruleOf(feature), withdrawn_at: withdrawnAt });
    await run.tx
      .update(features)
      .set({ archivedAt: databaseNow as never, updatedAt: databaseNow as never })
      .where(and(eq(features.agencyId, run.ctx.tenant.agencyId), eq(features.id, id)));
    return { ...done, audit: { ...done.audit, after: { ...done.audit.after, archived: true } } };
  },
});
