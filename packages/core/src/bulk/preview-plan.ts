import { sql } from "drizzle-orm";
import type { z } from "zod";
import { shortUnder } from "../allowances/plan-change.ts";
import type { Run } from "../kernel/verb.ts";
import { previewChange } from "../plans/change.ts";
import { readOnPlans } from "../plans/on-plans.ts";
import { nextPeriod } from "../resellers/plan-change.ts";
import { monthSoFar } from "../usage/period.ts";
import { usedBy } from "../usage/this-month.ts";
import { planAsked } from "./plan-asked.ts";
import type { preview, startInput } from "./schemas.ts";

/** What a change of plan means for many, added up from what it means for each. */
export async function previewPlans(
  run: Run,
  { planId, effective, keepPrice }: z.output<typeof startInput>,
  ids: string[],
): Promise<z.input<typeof preview>["plan"]> {
  const { tx, ctx } = run;
  const { agencyId } = ctx.tenant;
  const { versionId, ...next } = await planAsked(run, planId);
  const resellers = await readOnPlans(run, sql`r.id = any(${sql.param(ids)}::uuid[])`, ids.length);
  const used = await usedBy(tx, agencyId, ids, monthSoFar(ctx).current);
  const over = resellers.filter((reseller) => {
    const usedOf = (meter: string) => used.get(`${reseller.id} ${meter}`) ?? 0;
    return previewChange(reseller, next, usedOf, keepPrice).meters.some(({ overUnits }) => overUnits > 0);
  });
  const dueAt = effective === "now" ? ctx.now : nextPeriod(ctx);
  const short = await shortUnder(tx, ids, { agencyId, versionId });
  return {
    name: next.name,
    version: next.version,
    over: over.length,
    waiting: resellers.filter(({ waiting }) => waiting).length,
    short: short.length,
    dueAt: dueAt.toISOString(),
  };
}
