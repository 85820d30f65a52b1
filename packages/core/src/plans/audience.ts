import { sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/**
 * Sets who sees a plan of the agency. Deleted resellers are left out: they see nothing anyway. Throws a field error for
 * an id that is no reseller's.
 */
export async function setAudience({ tx, ctx }: Run, planId: string, resellerIds: string[]): Promise<void> {
  const { agencyId } = ctx.tenant;
  const wanted = JSON.stringify(resellerIds);
  const { rows: unknown } = await tx.execute<{ place: number }>(sql`
    select (x.place - 1)::int as place from jsonb_array_elements_text(${wanted}::jsonb) with ordinality x (id, place)
    where not exists (select from resellers r where r.agency_id = ${agencyId} and r.id = x.id::uuid) order by 1`);
  if (unknown.length > 0) {
    const fields = unknown.map(({ place }) => ({ pointer: `/audience/${place}`, code: "account_unknown" }));
    throw new AppError("invalid_input", { fields });
  }
  await tx.execute(sql`
    delete from plan_audiences where agency_id = ${agencyId} and plan_id = ${planId}
      and reseller_id not in (select value::uuid from jsonb_array_elements_text(${wanted}::jsonb))`);
  await tx.execute(sql`
    insert into plan_audiences (agency_id, plan_id, distributor_id, reseller_id)
    select r.agency_id, ${planId}, r.distributor_id, r.id
    from resellers r join accounts a on a.agency_id = r.agency_id and a.id = r.id and a.archived_at is null
    where r.agency_id = ${agencyId} and r.id in (select value::uuid from jsonb_array_elements_text(${wanted}::jsonb))
    on conflict do nothing`);
}
