import type { Run } from "../kernel/verb.ts";
import { publishedPlans } from "../plans/published.ts";
import { exactUnits } from "../usage/rules.ts";
import type { PlanLimits } from "./rule.ts";

interface LimitsRow {
  [column: string]: unknown;
  included: bigint;
  hard: bigint | null;
}

/**
 * What the plan of an account says of a meter, or null where it has none or the plan does not limit it. A reseller asks
 * about itself only; a distributor about the resellers beneath it, of whose plans it sees nothing else.
 */
export async function planLimits(
  { tx, ctx }: Run,
  accountId: string,
  meter: string,
): Promise<PlanLimits | null> {
  if (ctx.scope.kind === "distributor")
    return limitsOf(await tx.named<LimitsRow>("allowance_plan_beneath", beneathSql, [accountId, meter]));
  if (ctx.scope.kind === "agency") {
    const values = [ctx.tenant.agencyId, accountId, meter];
    return limitsOf(await tx.named<LimitsRow>("allowance_plan", planSql, values));
  }
  const own = (await publishedPlans(tx)).find(({ pinned }) => pinned);
  return own?.meters.find((one) => one.meter === meter) ?? null;
}

function limitsOf([row]: LimitsRow[]): PlanLimits | null {
  if (!row) return null;
  const hardCapUnits = row.hard === null ? null : exactUnits(row.hard);
  return { includedUnits: exactUnits(row.included), hardCapUnits };
}

const beneathSql = "select included, hard from app.plan_limits_beneath($1::uuid, $2)";
const planSql = `
  select m.included_units as included, m.hard_cap_units as hard
  from resellers r
  join plan_meters m on m.agency_id = $1 and m.version_id = r.plan_version_id and m.meter = $3
  where r.agency_id = $1 and r.id = $2`;
