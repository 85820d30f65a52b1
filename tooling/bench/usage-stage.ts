import type { Owner } from "@tenantry/core/usage/resolve";
import { type Pools, usageAgency, usageCtx } from "@tenantry/core/usage/test-agency";
import { openPool } from "@tenantry/db";

/** Where to measure: the superuser's and the web role's address of one migrated database. */
export interface Addresses {
  adminUrl: string;
  webUrl: string;
}

/** Pools for measuring, `max` connections on the measured side. */
export function openPools({ adminUrl, webUrl }: Addresses, max: number): Pools & { end(): Promise<void> } {
  const open = (url: string, connections: number) =>
    openPool({ url, max: connections, onConnectionError: () => {} });
  const web = open(webUrl, max);
  const admin = open(adminUrl, 2);
  return {
    web,
    admin,
    end: async () => {
      await Promise.all([web.end(), admin.end()]);
    },
  };
}

/** An agency with `resellers` resellers of `customersEach` customers, made by set-based inserts. */
export async function usageStage(pools: Pools, resellers: number, customersEach: number) {
  const agency = await usageAgency(pools, "Europe/Lisbon");
  const owners = await pools.admin.query<{ id: string; reseller: string }>(
    `with resellers as (
       insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name)
       select $1, id, 'reseller', $1, $1, id, $1, 'R' || n, 'Reseller ' || n
       from (select n, gen_random_uuid() as id from generate_series(1, $2::int) n) made
       returning id
     )
     insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name)
     select $1, id, 'customer', reseller, $1, reseller, id, 'C' || reseller || n, 'Customer ' || n
     from (select r.id as reseller, n, gen_random_uuid() as id from resellers r, generate_series(1, $3::int) n) made
     returning id, reseller_id as reseller`,
    [agency.agencyId, resellers, customersEach],
  );
  await pools.admin.query("analyze accounts");
  const customers: Owner[] = owners.rows.map((row) => ({
    accountId: row.id,
    distributorId: agency.agencyId,
    resellerId: row.reseller,
    customerId: row.id,
  }));
  const { rows } = await pools.admin.query<{ now: Date }>("select now()");
  return { agency, customers, ctx: usageCtx(pools, agency, rows[0]!.now) };
}
