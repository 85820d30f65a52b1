import type { readPlan } from "@tenantry/core/plans/read";
import type { PlanSummary } from "./types.ts";

/** A plan as lists and the info icon show it. */
export function summaryOf({
  id,
  name,
  description,
  allowances,
}: Awaited<ReturnType<typeof readPlan>>): PlanSummary {
  return {
    id,
    name,
    description,
    allowances: allowances.map(({ meter, includedUnits }) => ({ meter, included: includedUnits })),
  };
}
