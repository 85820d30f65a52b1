import { accounts, planAudiences } from "@tenantry/db/schema";
import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query, type Run } from "../kernel/verb.ts";
import { taxedSellers } from "../legal-entities/prices.ts";
import { publishedPlans } from "./published.ts";
import { type PlanRow, planRows } from "./rows-sql.ts";
import { planDetail } from "./schemas.ts";
import { detailed, published } from "./shape.ts";

/** One plan whole: its draft, its versions with what they say, who sees it. */
export const readPlan = query("plan.read", {
  input: z.strictObject({ id }),
  output: planDetail,
  object: ({ id: planId }) => ({ table: "plans", id: planId }),
  run: async (run, input) => {
    const ofAgency = run.ctx.scope.kind === "agency";
    const row = await findPlan(run, input.id);
    const taxed = await taxedSellers(run.tx);
    const includedIn = (ownerId: string) => ({ includedTaxBps: taxed.get(ownerId) ?? 0 });
    if (row) {
      const audience = ofAgency ? await audienceOf(run, input.id) : [];
      return { ...detailed(row, ofAgency, audience), ...includedIn(row.ownerId) };
    }
    const seen = ofAgency ? [] : await publishedPlans(run.tx);
    const found = seen.find((plan) => plan.id === input.id);
    if (!found) throw new AppError("not_found");
    return { ...published(found), ...includedIn(run.ctx.tenant.agencyId) };
  },
});

/** A plan in the caller's scope with its versions, or undefined. */
export async function findPlan({ tx, ctx }: Run, planId: string): Promise<PlanRow | undefined> {
  const { rows } = await tx.execute<PlanRow>(
    planRows(ctx.tenant.agencyId, [sql`p.id = ${planId}`], sql`limit 1`),
  );
  return rows[0];
}

async function audienceOf({ tx, ctx }: Run, planId: string) {
  return tx
    .select({ id: accounts.id, name: accounts.name })
    .from(planAudiences)
    .innerJoin(
      accounts,
      and(eq(accounts.agencyId, planAudiences.agencyId), eq(accounts.id, planAudiences.resellerId)),
    )
    .where(and(eq(planAudiences.agencyId, ctx.tenant.agencyId), eq(planAudiences.planId, planId)))
    .orderBy(asc(accounts.nameCi));
}
