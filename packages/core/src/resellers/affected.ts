import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";

/** Who a change of access touches: people who can sign in, and customers that keep their service. Up to 1,000 each. */
export async function countAffected(tx: Tx, agencyId: string, resellerId: string) {
  const { rows } = await tx.execute<{ people: number; customers: number }>(sql`
    select
      (select count(*)::int from (select 1 from memberships m join users u on u.agency_id = m.agency_id and u.id = m.user_id
        join passwords p on p.agency_id = m.agency_id and p.user_id = m.user_id
        where m.agency_id = ${agencyId} and m.account_id = ${resellerId} and m.state = 'active'
        and u.status = 'active' limit 1000) people) as people,
      (select count(*)::int from (select 1 from accounts where agency_id = ${agencyId} and parent_id = ${resellerId}
        and kind = 'customer' limit 1000) customers) as customers`);
  return rows[0]!;
}
