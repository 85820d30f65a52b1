import type { Tx } from "@tenantry/db";
import { planAllowances, plans } from "@tenantry/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { none } from "../identity/schemas.ts";
import { query } from "../kernel/verb.ts";
import { plan } from "./schemas.ts";

/** Every plan of the agency with what it includes, by name. An agency has tens of plans, not thousands. */
export const listPlans = query("plan.list", {
  input: none,
  output: z.object({ plans: z.array(plan) }),
  run: async ({ tx, ctx }) => ({ plans: await readPlans(tx, ctx.tenant.agencyId) }),
});

/** The plans of an agency, or the one with `id`. */
export async function readPlans(tx: Tx, agencyId: string, id?: string) {
  const rows = await tx
    .select({ plan: plans, allowance: planAllowances })
    .from(plans)
    .leftJoin(
      planAllowances,
      and(eq(planAllowances.agencyId, plans.agencyId), eq(planAllowances.planId, plans.id)),
    )
    .where(and(eq(plans.agencyId, agencyId), id ? eq(plans.id, id) : undefined))
    .orderBy(asc(plans.nameCi), asc(planAllowances.meter))
    .limit(5_000);
  const byId = new Map<string, z.infer<typeof plan>>();
  for (const { plan: row, allowance } of rows) {
    const { id: planId, name, description, isDefault } = row;
    const known = byId.get(planId) ?? { id: planId, name, description, isDefault, allowances: [] };
    if (allowance) {
      known.allowances.push({ meter: allowance.meter, includedUnits: Number(allowance.includedUnits) });
    }
    byId.set(planId, known);
  }
  return [...byId.values()];
}
