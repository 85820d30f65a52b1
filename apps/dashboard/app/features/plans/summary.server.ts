import type { listPlans } from "@tenantry/core/plans/list";
import type { readReseller } from "@tenantry/core/resellers/read";
import type { PlanRow, PlanSummary } from "./types.ts";

type Plan = NonNullable<Awaited<ReturnType<typeof readReseller>>["plan"]>;
type Listed = Awaited<ReturnType<typeof listPlans>>["plans"][number];

/** A plan as lists and the info icon show it. */
export function summaryOf({
  id,
  name,
  description,
  allowances,
}: Omit<Plan, "version" | "isDefault">): PlanSummary {
  return {
    id,
    name,
    description,
    allowances: allowances.map(({ meter, includedUnits }) => ({ meter, included: includedUnits })),
  };
}

/** A plan's row in the list. */
export function rowOf(plan: Omit<Listed, "versions">, includedTaxBps: number): PlanRow {
  const { internalName, isDefault, version, hasDraft, visibility, prices, archivedAt, resellers } = plan;
  return {
    ...summaryOf(plan),
    ...{ internalName, isDefault, version, hasDraft, visibility, prices, archivedAt, resellers },
    includedTaxBps,
  };
}
