import type { Run } from "../kernel/verb.ts";
import { publishedPlans } from "../plans/published.ts";
import { exactUnits } from "../usage/rules.ts";
import type { PlanLimits } from "./rule.ts";

/**
 * What the plan of an account says of a meter, or null where it has none or the plan does not limit it. A reseller asks
 * about itself only; a distributor does not see the plans its resellers are on.
 */
export async function planLimits(
  { tx, ctx }: Run,
  accountId: string,
  meter: string,
): Promise<PlanLimits | null> {
  if (ctx.scope.kind === "distributor") return null;
  if (ctx.scope.kind === "agency") {
    const values = [ctx.tenant.agencyId, accountId, meter];
    const [row] = await tx.named<{ included: bigint; hard: bigint | null }>(
      "allowance_plan",
      planSql,
      values,
    );
    const hardCapUnits = row && row.hard !== null ? exactUnits(row.hard) : null;
    return row ? { includedUnits: exactUnits(row.included), hardCapUnits } : null;
  }
  const own = (await publishedPlans(tx)).find(({ pinned }) => pinned);
  return own?.meters.find((one) => one.meter === meter) ?? null;
}

const planSql = `
  select m.included_units as included, m.hard_cap_units as hard
  from resellers r
  join plan_meters m on m.agency_id = $1 and m.version_id = r.plan_version_id and m.meter = $3
  where r.agency_id = $1 and r.id = $2`;
