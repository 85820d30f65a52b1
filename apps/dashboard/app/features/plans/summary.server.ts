import type { readReseller } from "@tenantry/core/resellers/read";
import type { PlanSummary } from "./types.ts";

type Plan = NonNullable<Awaited<ReturnType<typeof readReseller>>["plan"]>;

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
