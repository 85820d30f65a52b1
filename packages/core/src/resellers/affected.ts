import type { Tx } from "@tenantry/db";
import { type SQL, sql } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";

/**
 * Who a change of access touches: people who can sign in, and its customers, up to 1,000 each; and who goes on: the live
 * resellers beneath it.
 */
export async function countAffected({ tx, ctx }: Run, resellerId: string) {
  const { agencyId } = ctx.tenant;
  const { rows } = await tx.execute<{ people: number; customers: number; resellers: number }>(sql`
    select
      (select count(*)::int from (select 1 from memberships m join users u on u.agency_id = m.agency_id and u.id = m.user_id
        join passwords p on p.agency_id = m.agency_id and p.user_id = m.user_id
        where m.agency_id = ${agencyId} and m.account_id = ${resellerId} and m.state = 'active'
        and u.status = 'active' limit 1000) people) as people,
      (select count(*)::int from (select 1 from accounts where agency_id = ${agencyId} and parent_id = ${resellerId}
        and kind = 'customer' limit 1000) customers) as customers,
      ${resellersBeneath(ctx, resellerId)} as resellers`);
  return rows[0]!;
}

/** Of itself an upline knows from its request what its own scope does not see; beneath its resellers hangs nothing. */
function resellersBeneath({ scope, tenant }: Run["ctx"], id: string): SQL {
  if (scope.kind !== "agency")
    return sql`${id === scope.account ? (tenant.delegation?.resellers ?? 0) : 0}::int`;
  return sql`coalesce((select resellers from delegations
    where agency_id = ${tenant.agencyId} and distributor_id = ${id}), 0)`;
}

/** Who is in a reseller's portal now: people with a session, and keys that are let in. Up to 1,000 each. */
export async function countInside(tx: Tx, agencyId: string, resellerId: string, now: Date) {
  const at = now.toISOString();
  const { rows } = await tx.execute<{ signedIn: number; keys: number }>(sql`
    select
      (select count(*)::int from (select distinct s.user_id from sessions s
        join users u on u.agency_id = s.agency_id and u.id = s.user_id and u.status = 'active'
        join accounts a on a.agency_id = s.agency_id and a.id = s.account_id
        where s.agency_id = ${agencyId} and s.reseller_id = ${resellerId} and s.account_id = ${resellerId}
        and s.expires_at > ${at} and s.ends_at > ${at}
        and s.created_at >= greatest(u.sessions_valid_from, a.sessions_valid_from) limit 1000) people) as "signedIn",
      (select count(*)::int from (select 1 from api_keys where agency_id = ${agencyId} and account_id = ${resellerId}
        and revoked_at is null and (expires_at is null or expires_at > ${at}) limit 1000) keys) as keys`);
  return rows[0]!;
}
