import type { Agency } from "@tenantry/core/testing";
import { newReseller, type TestApp } from "@tenantry/core/testing";

/**
 * "Reseller 0001" and on, every other one on commission, as copies of one made by its verb: what a list shows of
 * thousands does not need thousands of passwords hashed.
 */
export async function manyResellers(app: TestApp, agency: Agency, count: number): Promise<void> {
  const { id } = await newReseller(app, agency, "Reseller 0001");
  await app.admin.query(
    `with copies as (
       insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name, email,
         country, created_at)
       select agency_id, made, kind, parent_id, distributor_id, made, customer_id, 'PA-copy-' || n,
         'Reseller ' || lpad(n::text, 4, '0'), 'r' || n || '@copies.example', country, created_at - n * interval '1 hour'
       from accounts, lateral (select gen_random_uuid() as made, n from generate_series(2, $3::int) n) as copy
       where agency_id = $1 and id = $2
       returning agency_id, distributor_id, id, code
     ), hosts as (
       insert into hostnames (host, agency_id, account_id, kind, distributor_id, reseller_id)
       select translate(replace(id::text, '-', ''), '0123456789', 'ghijklmnop') || '.partner.localhost', agency_id, id,
         'login', distributor_id, id from copies
     ), marks as (
       insert into brands (agency_id, account_id, distributor_id, reseller_id)
       select agency_id, id, distributor_id, id from copies
     )
     insert into resellers (agency_id, id, distributor_id, reseller_id, type, phone, contact_name, contact_email,
       contact_phone, plan_id, plan_version_id)
     select c.agency_id, c.id, c.distributor_id, c.id,
       case when substr(c.code, 9)::int % 2 = 0 then 'commission' else 'own_plans' end, phone, contact_name, contact_email,
       contact_phone, plan_id, plan_version_id
     from copies c join resellers r on r.agency_id = c.agency_id and r.id = $2`,
    [agency.id, id, count],
  );
}
