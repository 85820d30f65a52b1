import { sql } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";
import { countAffected } from "../resellers/affected.ts";

/** Who hangs on a distributor: its people who can sign in, its live resellers, their customers. Up to 1,000 each. */
export async function countBeneath({ tx, ctx }: Run, id: string) {
  const { agencyId } = ctx.tenant;
  const { people } = await countAffected(tx, agencyId, id);
  const { rows } = await tx.execute<{ resellers: number; customers: number }>(sql`
    select
      coalesce((select resellers from delegations where agency_id = ${agencyId} and distributor_id = ${id}), 0) as resellers,
      (select count(*)::int from (select 1 from accounts where agency_id = ${agencyId} and distributor_id = ${id}
        and kind = 'customer' and archived_at is null limit 1000) customers) as customers`);
  return { people, ...rows[0]! };
}
