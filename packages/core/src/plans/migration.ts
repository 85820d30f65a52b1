import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { plusDays, startOf } from "../kernel/clock.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { monthSoFar } from "../usage/period.ts";
import { usedBy } from "../usage/this-month.ts";
import { type ChangePreview, previewChange } from "./change.ts";
import { mostMoved, type previewInput } from "./migration-schemas.ts";
import { currentVersion, type OnPlan, readOnPlans } from "./on-plans.ts";

type Input = z.output<typeof previewInput>;

export interface Moved {
  reseller: OnPlan;
  keepsPrice: boolean;
  change: ChangePreview;
}

/**
 * Who a migration moves to the plan's current version and what it means for each; `lock` keeps their rows still until
 * it is written. Throws `not_found` for a plan nobody can be given, `invalid_input` for more than 1,000 resellers.
 */
export async function prepareMigration(run: Run, input: Input, lock: boolean) {
  const { tx, ctx } = run;
  const next = await currentVersion(run, input.id);
  if (!next) throw new AppError("not_found");
  const { versionId, ...after } = next;
  const conditions = [sql`r.plan_id = ${input.id}`, sql`v.number < ${next.version}`, ...matching(run, input)];
  const all = await readOnPlans(
    run,
    sql.join(conditions, sql` and `),
    mostMoved + 1,
    lock ? sql`for update of r` : sql``,
  );
  if (all.length > mostMoved) throw fieldError("/filter", "too_many_moved", { maximum: mostMoved });
  if (lock) refuseStrangers(all, input.keepPrice);
  const found = all.filter(({ id }) => !input.leaveOut.includes(id));
  const free = found.filter(({ waiting }) => !waiting);
  const ids = free.map(({ id }) => id);
  const used = await usedBy(tx, ctx.tenant.agencyId, ids, monthSoFar(ctx).current);
  const moved = free.map((reseller): Moved => {
    const keepsPrice = input.keepPrice.includes(reseller.id);
    const usedOf = (meter: string) => used.get(`${reseller.id} ${meter}`) ?? 0;
    return { reseller, keepsPrice, change: previewChange(reseller, after, usedOf, keepsPrice) };
  });
  return { next, versionId, moved, waiting: found.filter(({ waiting }) => waiting) };
}

/** Whoever is to keep the price and is not there would be moved without, once the id is written right. */
function refuseStrangers(all: readonly { id: string }[], keepPrice: readonly string[]): void {
  const here = new Set(all.map(({ id }) => id));
  const fields = keepPrice.flatMap((id, place) =>
    here.has(id) ? [] : [{ pointer: `/keepPrice/${place}`, code: "not_in_filter" }],
  );
  if (fields.length > 0) throw new AppError("invalid_input", { fields });
}

function matching({ ctx }: Run, { filter }: Input): SQL[] {
  const conditions: SQL[] = [];
  const { versions, type, joinedFrom, joinedTo } = filter;
  const begin = (day: string) => startOf(day, ctx.tenant.billingZone).toISOString();
  if (versions?.length)
    conditions.push(
      sql`v.number in (${sql.join(
        versions.map((number) => sql`${number}`),
        sql`, `,
      )})`,
    );
  if (type) conditions.push(sql`r.type = ${type}`);
  if (joinedFrom) conditions.push(sql`a.created_at >= ${begin(joinedFrom)}::timestamptz`);
  if (joinedTo) conditions.push(sql`a.created_at < ${begin(plusDays(joinedTo, 1))}::timestamptz`);
  return conditions;
}
