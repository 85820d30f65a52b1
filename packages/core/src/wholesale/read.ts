import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { deskOf } from "../kernel/desk.ts";
import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { pricesIncludeTax } from "../legal-entities/prices.ts";
import { followPlan } from "./follow-plan.ts";
import { readWholesalePlan } from "./plan.ts";
import { readRunning } from "./prepare.ts";
import { wholesale } from "./schemas.ts";

/** By what a reseller is charged for its plan, or by what it could be. */
export const readWholesale = query("wholesale.read", {
  input: z.strictObject({ id }),
  output: wholesale,
  object: ({ id: resellerId }) => ({ table: "accounts", id: resellerId }),
  run: async (run, input) => {
    const plan = await readWholesalePlan(deskOf(run), input.id);
    const running = await readRunning(run, input.id);
    const dueBy = running?.dueAt;
    const next = running && followPlan(running, await readWholesalePlan(deskOf(run), input.id, { dueBy }));
    return {
      pricesIncludeTax: await pricesIncludeTax(run.tx, run.ctx.tenant.agencyId),
      plan: plan
        ? {
            ...{ name: plan.planName, versionId: plan.versionId },
            prices: plan.prices.map(({ unitMinor, ...price }) => ({
              ...price,
              amountMinor: asJson(unitMinor),
            })),
          }
        : null,
      subscription: running
        ? {
            ...{ id: running.id, code: running.code, planName: running.planName, currency: running.currency },
            ...{ interval: running.billedEvery, unitMinor: asJson(running.unitMinor) },
            period: { from: running.periodFrom, to: running.periodTo },
            cancelled: running.cancelledAt !== null,
            nextMinor: next?.cancelledAt || !next ? null : asJson(next.nextUnitMinor ?? next.unitMinor),
          }
        : null,
    };
  },
});
