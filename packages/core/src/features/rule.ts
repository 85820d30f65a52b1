import { sql } from "drizzle-orm";
import type { z } from "zod";
import { fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import type { FeatureRow } from "./rows-sql.ts";
import type { reaches, releaseInput } from "./schemas.ts";

/** One seller's rule as the database's row of it: what app.feature_reason judges by (0042_features.sql). */
export interface Rule {
  reach: (typeof reaches)[number];
  types: string[];
  plan_ids: string[];
  percent: number;
  withdrawn_at: string | null;
}

/** The caller's rule for a feature, as it is. */
export function ruleOf({ reach, types, planIds, percent, withdrawnAt }: FeatureRow): Rule {
  return { reach, types, plan_ids: planIds, percent, withdrawn_at: withdrawnAt };
}

type Asked = Omit<z.output<typeof releaseInput>, "id">;

/**
 * The rule that is asked for, with nothing in it that its reach does not use. Throws field errors where the reach lacks
 * what it goes by, for plans that are none of the agency's, and for a tier among customers, who are in none.
 */
export async function ruleAsked(run: Run, { reach, types, planIds, percent }: Asked): Promise<Rule> {
  const rule: Rule = { reach, types: [], plan_ids: [], percent: 0, withdrawn_at: null };
  if (reach === "percentage") {
    if (percent === undefined) throw fieldError("/percent", "required");
    return { ...rule, percent };
  }
  if (reach !== "tier") return rule;
  if (run.ctx.scope.kind !== "agency") throw fieldError("/reach", "feature_tier_none");
  if (types.length + planIds.length === 0) throw fieldError("/types", "feature_tier_empty");
  const wanted = [...new Set(planIds)].sort();
  if (wanted.length > 0) await requirePlans(run, wanted);
  return { ...rule, types: [...new Set(types)].sort(), plan_ids: wanted };
}

async function requirePlans({ tx, ctx }: Run, planIds: string[]): Promise<void> {
  const { agencyId } = ctx.tenant;
  const { rows } = await tx.execute<{ known: number }>(sql`
    select count(*)::int as known from plans
    where agency_id = ${agencyId} and reseller_id = ${agencyId} and id = any(${sql.param(planIds)}::uuid[])`);
  if (rows[0]!.known < planIds.length) throw fieldError("/planIds", "plan_unknown");
}
