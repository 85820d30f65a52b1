import { fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { currentVersion } from "../plans/on-plans.ts";

/** The current version of the plan a run puts resellers on. Throws a field error for one that nobody can be given. */
export async function planAsked(run: Run, planId: string | undefined) {
  if (!planId) throw fieldError("/planId", "required");
  const plan = await currentVersion(run, planId);
  if (!plan) throw fieldError("/planId", "plan_unknown");
  return plan;
}
