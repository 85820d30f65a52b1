import { bulkItems, bulkRuns } from "@tenantry/db/schema";
import { enqueue } from "../jobs/enqueue.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { chosenResellers } from "./chosen.ts";
import { started, startInput } from "./schemas.ts";

/**
 * Starts opening or locking the portals of many resellers, or putting them on a plan; the worker carries it out one by one, each as its own
 * change with its own audit entry. Throws a field error when there is none for whom something would change.
 */
export const startBulkRun = command("bulk-run.start", {
  input: startInput,
  output: started,
  run: async (run, input) => {
    const { tx, ctx } = run;
    if (ctx.actor.kind !== "user") throw new AppError("forbidden");
    const { agencyId } = ctx.tenant;
    const { ids, more } = await chosenResellers(run, input);
    if (ids.length === 0) throw fieldError("/resellers", "nothing_to_change");
    const id = newId();
    const { action, planId, effective, keepPrice } = input;
    const change = action === "change_plan" ? { planId, effective, keepPrice } : {};
    await tx
      .insert(bulkRuns)
      .values({ agencyId, id, userId: ctx.actor.userId, action, ...change, total: ids.length });
    await tx
      .insert(bulkItems)
      .values(ids.map((accountId, place) => ({ agencyId, runId: id, place, accountId })));
    await enqueue(tx, "bulk-run.carry-out", { runId: id });
    return {
      result: { id, total: ids.length, more },
      audit: { object: { kind: "bulk-run", id }, after: { action, ...change, total: ids.length } },
    };
  },
});
