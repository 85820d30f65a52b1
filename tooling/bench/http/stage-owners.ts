import type pg from "pg";

/**
 * Gives every staged reseller what creating one makes: host, brand, owner and the owner's place. Without them PostgreSQL
 * would plan its checks of references for tables of one row, keep those plans, and grow slower with every reseller made.
 */
export async function stageOwners(admin: pg.Client, agencyId: string): Promise<void> {
  await admin.query(
    `with resellers as (
       select agency_id, id, distributor_id, lower(code) as label from accounts
       where agency_id = $1 and kind = 'reseller'
     ), hosts as (
       insert into hostnames (host, agency_id, account_id, kind, distributor_id, reseller_id)
       select label || '-' || agency_id || '.localhost', agency_id, id, 'login', distributor_id, id from resellers
     ), branded as (
       insert into brands (agency_id, account_id, distributor_id, reseller_id)
       select agency_id, id, distributor_id, id from resellers
     ), owners as (
       insert into users (agency_id, id, realm_id, distributor_id, reseller_id, email, name)
       select agency_id, gen_random_uuid(), id, distributor_id, id, label || '@example.com', 'Rita' from resellers
       returning agency_id, id, realm_id, distributor_id
     )
     insert into memberships (agency_id, user_id, account_id, distributor_id, reseller_id, customer_id, role)
     select agency_id, id, realm_id, distributor_id, realm_id, agency_id, 'owner' from owners`,
    [agencyId],
  );
}
