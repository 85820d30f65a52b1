import { planChanges } from "@tenantry/db/schema";
import type { PromisesAfter } from "../allowances/plan-change.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { applyMove, cancelWaiting } from "../plans/apply-change.ts";
import { changeInput, plannedChange } from "../plans/change-schemas.ts";
import { noticePlanChanges } from "../plans/notice.ts";
import { announce } from "../webhooks/announce.ts";
import { prepareChange } from "./plan-change.ts";

/**
 * Puts a reseller on a plan's current version, now or when its next period begins (B-34). What waited for it before is
 * called off. Business time decides, and the worker's sweep carries out what is due.
 */
export const changePlan = command("reseller.change-plan", {
  input: changeInput,
  output: plannedChange,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, input) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    const { reseller, versionId, preview, dueAt, month, short } = await prepareChange(run, input, true);
    if (preview.same) throw fieldError("/planId", "plan_same");
    refuseShort(short, input.returnUnused);
    const calledOff = await cancelWaiting(tx, agencyId, reseller.id, ctx.now);
    const now = input.effective === "now";
    const { keepPrice, returnUnused } = input;
    const from = { resellerId: reseller.id, fromVersionId: reseller.versionId };
    const move = { ...from, versionId, keepPrice, returnUnused };
    const id = newId();
    const waiting = { ...move, planId: preview.after.planId };
    await tx.insert(planChanges).values({
      ...waiting,
      ...{ agencyId, id, distributorId: reseller.distributorId, dueAt, createdAt: ctx.now },
      ...(now ? { state: "done" as const, settledAt: ctx.now } : {}),
    });
    const moved = now && (await applyMove(tx, agencyId, waiting, { at: ctx.now, month }));
    if (moved) {
      // It has promised more since that was looked at.
      if (moved.how !== "moved") throw new AppError("conflict");
      await announce(tx, { agencyId, type: "plan.changed", at: ctx.now, ...move });
    }
    // Whoever was told of a change is told that it is off.
    await noticePlanChanges(tx, agencyId, now ? calledOff : [...calledOff, id]);
    const { before, after } = preview;
    return {
      result: { ...preview, id: reseller.id, name: reseller.name, dueAt: dueAt.toISOString(), short },
      audit: {
        object: { kind: "reseller", id: reseller.id },
        before: { plan: before },
        after: {
          plan: after,
          effective: input.effective,
          dueAt: dueAt.toISOString(),
          ...{ keepPrice, returnUnused },
          // What waits for its date takes nothing back before.
          ...(moved ? { returned: moved.returned } : {}),
        },
        resellerId: reseller.id,
      },
    };
  },
});

/** What it has promised has to be covered, or may go back as far as it is not used. */
function refuseShort(short: PromisesAfter[], returnUnused: boolean): void {
  const missing = short.find(({ missingUnits }) => missingUnits > 0);
  if (missing) throw fieldError("/planId", "plan_promises_used", told(missing, missing.missingUnits));
  const [first] = short;
  if (first && !returnUnused)
    throw fieldError("/returnUnused", "plan_promises_short", told(first, first.shortUnits));
}

function told({ meter, allocatedUnits, mostUnits }: PromisesAfter, units: number) {
  return { meter, allocated: allocatedUnits, most: mostUnits ?? 0, units };
}
