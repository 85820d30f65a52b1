import { plans } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { ownPlan } from "./own.ts";
import { byId, createdPlan } from "./schemas.ts";

/** Brings an archived plan back as it was. Throws a field error at /name when its name was taken meanwhile. */
export const restorePlan = command("plan.restore", {
  input: byId,
  output: createdPlan,
  object: ({ id }) => ({ table: "plans", id }),
  run: async (run, { id }) => {
    const { owner, plan } = await ownPlan(run, id);
    if (!plan.archivedAt) throw new AppError("conflict");
    await run.tx
      .update(plans)
      .set({ archivedAt: null, updatedAt: databaseNow as never })
      .where(and(eq(plans.agencyId, owner.agencyId), eq(plans.id, id)));
    return {
      result: { id, name: plan.name },
      audit: { object: { kind: "plan", id }, after: { archived: false }, resellerId: owner.resellerId },
    };
  },
});
