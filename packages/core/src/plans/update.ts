import { plans } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { requireUnchanged } from "../kernel/unchanged.ts";
import { command, type Run } from "../kernel/verb.ts";
import { setAudience } from "./audience.ts";
import { ownPlan } from "./own.ts";
import type { PlanOwner } from "./owner.ts";
import { updateInput } from "./schemas.ts";
import { settleTerms } from "./settle-terms.ts";

/**
 * Changes what a plan is called and who sees it, and saves terms as its draft. What is published stays as it is. Throws
 * `conflict` when somebody changed the plan after the `updatedAt` that came along.
 */
export const updatePlan = command("plan.update", {
  input: updateInput,
  output: none,
  object: ({ id }) => ({ table: "plans", id }),
  run: async (run, { id, updatedAt, audience, terms: typed, isDefault, ...facts }) => {
    const { owner, plan } = await ownPlan(run, id);
    if (plan.archivedAt) throw new AppError("conflict");
    requireUnchanged(updatedAt, plan.updatedAt);
    const terms = typed && (await settleTerms(run, owner, typed));
    if (isDefault) await takeDefault(run, owner, plan.currentVersion);
    await run.tx
      .update(plans)
      .set({ ...facts, draft: terms, isDefault, updatedAt: databaseNow as never })
      .where(and(eq(plans.agencyId, owner.agencyId), eq(plans.id, id)));
    const chosen = (facts.visibility ?? plan.visibility) === "chosen";
    if (owner.resellerId === owner.agencyId && audience) await setAudience(run, id, chosen ? audience : []);
    const { name, internalName, description, visibility, draft } = plan;
    return {
      result: {},
      audit: {
        object: { kind: "plan", id },
        before: { name, internalName, description, visibility, isDefault: plan.isDefault, terms: draft },
        after: { ...facts, audience, isDefault, terms },
        resellerId: owner.resellerId,
      },
    };
  },
});

/** The plan that was the default is it no longer. One that nobody can be given yet cannot become it. */
async function takeDefault({ tx }: Run, owner: PlanOwner, currentVersion: number | null): Promise<void> {
  if (currentVersion === null) throw new AppError("plan_unpublished");
  await tx
    .update(plans)
    .set({ isDefault: false })
    .where(
      and(
        eq(plans.agencyId, owner.agencyId),
        eq(plans.resellerId, owner.resellerId),
        eq(plans.isDefault, true),
      ),
    );
}
