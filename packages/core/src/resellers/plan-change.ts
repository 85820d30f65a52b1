import { sql } from "drizzle-orm";
import type { z } from "zod";
import { promisesAfter } from "../allowances/plan-change.ts";
import { dayOf, monthOf, plusDays, startOf } from "../kernel/clock.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { previewChange } from "../plans/change.ts";
import type { changeInput } from "../plans/change-schemas.ts";
import { currentVersion, readOnPlans } from "../plans/on-plans.ts";
import { monthSoFar, today } from "../usage/period.ts";
import { usedBy } from "../usage/this-month.ts";

/**
 * Everything a change of one reseller's plan needs, for showing it and for doing it; the reseller's row is locked where
 * it is going to be done. Throws `not_found` for a reseller that is not there or deleted, a field error for a plan it
 * cannot be given.
 */
export async function prepareChange(run: Run, input: z.output<typeof changeInput>, lock: boolean) {
  const { tx, ctx } = run;
  const { agencyId } = ctx.tenant;
  const locked = lock ? sql`for update of r` : sql``;
  const [reseller] = await readOnPlans(run, sql`r.id = ${input.id}`, 1, locked);
  if (!reseller) throw new AppError("not_found");
  const next = await currentVersion(run, input.planId);
  if (!next) throw fieldError("/planId", "plan_unknown");
  const used = await usedBy(tx, agencyId, [reseller.id], monthSoFar(ctx).current);
  const usedOf = (meter: string) => used.get(`${reseller.id} ${meter}`) ?? 0;
  const { versionId, ...after } = next;
  const dueAt = input.effective === "now" ? ctx.now : nextPeriod(ctx);
  const month = monthOf(dayOf(dueAt, ctx.tenant.billingZone));
  const promises = await promisesAfter(tx, { agencyId, resellerId: reseller.id, versionId, month });
  return {
    reseller,
    versionId,
    preview: previewChange(reseller, after, usedOf, input.keepPrice),
    ...{ dueAt, month },
    short: promises.filter(({ shortUnits }) => shortUnits > 0),
  };
}

/** The instant at which the agency's next month begins. */
export function nextPeriod(ctx: Run["ctx"]): Date {
  return startOf(plusDays(monthOf(today(ctx)).to, 1), ctx.tenant.billingZone);
}
