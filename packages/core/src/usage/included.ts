import type { Tx } from "@tenantry/db";
import { exactUnits } from "./rules.ts";

/** Above so many active resellers adding up their plans would cost a page more than it is worth. */
const mostResellers = 5_000;

/**
 * Units per meter that the plans of the agency's resellers include, whatever state they are in: what all of them used is
 * held against it. Empty where more than 5,000 are active, because their plans are added up on the spot.
 */
export async function includedUnits(
  tx: Tx,
  agencyId: string,
  activeResellers: number,
): Promise<Map<string, number>> {
  if (activeResellers > mostResellers) return new Map();
  const rows = await tx.named<{ meter: string; units: bigint }>("usage_included", includedSql, [agencyId]);
  return new Map(rows.map((row) => [row.meter, exactUnits(row.units)]));
}

const includedSql = `
  select p.meter, sum(p.included_units)::bigint as units
  from accounts a
  join resellers r on r.agency_id = $1 and r.id = a.id
  join plan_meters p on p.agency_id = $1 and p.version_id = r.plan_version_id
  where a.agency_id = $1 and a.kind = 'reseller' and a.archived_at is null
  group by p.meter`;
