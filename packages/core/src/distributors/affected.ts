import { sql } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";
import { countAffected } from "../resellers/affected.ts";

/** Who hangs on a distributor: its people who can sign in, its live resellers, their customers. Up to 1,000 each. */
export async function countBeneath(run: Run, id: string) {
  const { people, resellers } = await countAffected(run, id);
  const { rows } = await run.tx.execute<{ customers: number }>(sql`
    select count(*)::int as customers from (
      select 1 from accounts where agency_id = ${run.ctx.tenant.agencyId} and distributor_id = ${id}
      and kind = 'customer' and archived_at is null limit 1000) customers`);
  return { people, resellers, ...rows[0]! };
}
