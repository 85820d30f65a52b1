import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Scope } from "../tenant/transaction.ts";

/** A tenant of the suite's own, written from outside: a root account, a reseller and some plans. */
export interface Tenant {
  id: string;
  reseller: string;
  scope: Scope;
  resellerScope: Scope;
}

/** Makes a tenant by the superuser's hand; its plans are its reseller's own, and their names all start with its id. */
export async function newTenant(admin: pg.Pool | pg.Client, plans = 5): Promise<Tenant> {
  const id = randomUUID();
  const reseller = randomUUID();
  await admin.query("insert into agencies (agency_id, name, slug) values ($1, $2, $2)", [id, `agency ${id}`]);
  await admin.query(
    `insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name)
     values ($1, $1, 'agency', $1, $1, $1, $1, 'AG', $3), ($1, $2, 'reseller', $1, $1, $2, $1, 'PA', $3)`,
    [id, reseller, `account ${id}`],
  );
  await admin.query(
    `insert into plans (agency_id, id, distributor_id, reseller_id, name)
     select $1::uuid, gen_random_uuid(), $1::uuid, $3::uuid, $1::uuid || ' ' || n from generate_series(1, $2::int) n`,
    [id, plans, reseller],
  );
  return {
    id,
    reseller,
    scope: { agency: id, kind: "agency", account: id },
    resellerScope: { agency: id, kind: "reseller", account: reseller },
  };
}
