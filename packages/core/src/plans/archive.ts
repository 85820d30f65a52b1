import { plans } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { ownPlan } from "./own.ts";
import { archivedPlan, byId } from "./schemas.ts";

/** Takes a plan out of every choice; whoever is on it stays. The default plan is not archived before another is it. */
export const archivePlan = command("plan.archive", {
  input: byId,
  output: archivedPlan,
  object: ({ id }) => ({ table: "plans", id }),
  run: async (run, { id }) => {
    const { owner, plan } = await ownPlan(run, id);
    if (plan.isDefault) throw new AppError("plan_is_default");
    if (plan.archivedAt) throw new AppError("conflict");
    await run.tx
      .update(plans)
      .set({ archivedAt: databaseNow as never, updatedAt: databaseNow as never })
      .where(and(eq(plans.agencyId, owner.agencyId), eq(plans.id, id)));
    const resellers = plan.versions.reduce((sum, version) => sum + version.resellers, 0);
    return {
      result: { id, name: plan.name, resellers: Math.min(resellers, 1_000) },
      audit: {
        object: { kind: "plan", id },
        after: { archived: true, resellers },
        resellerId: owner.resellerId,
      },
    };
  },
});
