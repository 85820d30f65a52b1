import { sideOf } from "../kernel/reach.ts";
import type { Run } from "../kernel/verb.ts";
import { exactUnits } from "./rules.ts";

/** Above so many active resellers adding up their plans would cost a page more than it is worth. */
const mostResellers = 5_000;

/**
 * Units per meter that the plans of an agency's or an upline's resellers include, whatever state they are in: what all of
 * them used is held against it. Empty where more than 5,000 are active, because their plans are added up on the spot.
 */
export async function includedUnits({ tx, ctx }: Run, activeResellers: number): Promise<Map<string, number>> {
  if (activeResellers > mostResellers) return new Map();
  const side = sideOf(ctx);
  const rows = await tx.named<{ meter: string; units: bigint }>(`usage_included_${side}`, includedSql[side], [
    ctx.tenant.agencyId,
  ]);
  return new Map(rows.map((row) => [row.meter, exactUnits(row.units)]));
}

/** What each version of a plan includes of each meter, as the agency or an upline may know it. */
export const planMetersSql = {
  agency: `
    select version_id, meter, included_units from plan_meters where agency_id = $1`,
  upline: `
    select p.version_id, m ->> 'meter' as meter, (m ->> 'includedUnits')::bigint as included_units
    from app.plans_beneath() p cross join lateral jsonb_array_elements(p.meters) m`,
};

const sqlOf = (side: keyof typeof planMetersSql) => `
  select p.meter, sum(p.included_units)::bigint as units
  from accounts a
  join resellers r on r.agency_id = $1 and r.id = a.id
  join (${planMetersSql[side]}
  ) p on p.version_id = r.plan_version_id
  where a.agency_id = $1 and a.kind = 'reseller' and a.archived_at is null
  group by p.meter`;
const includedSql = { agency: sqlOf("agency"), upline: sqlOf("upline") };
