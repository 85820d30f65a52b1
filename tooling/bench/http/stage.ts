import { createHash, randomBytes } from "node:crypto";
import type { App } from "@tenantry/core/kernel/ctx";
import { openApp } from "@tenantry/core/open-app";
import { newAgency } from "@tenantry/core/testing/agency";
import pg from "pg";
import { stageOwners } from "./stage-owners.ts";

export interface Stage {
  agencyId: string;
  host: string;
  /** The owner's session, as the cookie carries it. */
  session: string;
  count: number;
}

/** An agency with `count` resellers, named so that one in `rare` holds the word "quartz". */
export async function stageAgency(app: App, adminUrl: string, count: number, rare: number): Promise<Stage> {
  const agency = await newAgency(app);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(
    `with made as (
       insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name, email, created_at)
       select $1::uuid, id, 'reseller', $1::uuid, $1::uuid, id, $1::uuid, 'R' || n,
         case when n % $3 = 0 then 'Quartz works ' || n else substr(md5(n::text), 1, 8) || ' studio ' || n end,
         'mail' || n || '@example.com', now() - n * interval '1 minute'
       from (select n, gen_random_uuid() as id from generate_series(1, $2::int) n) numbered
       returning id)
     insert into resellers (agency_id, id, distributor_id, reseller_id, type, phone, contact_name, contact_email, contact_phone,
       plan_id, plan_version_id)
     select $1::uuid, made.id, $1::uuid, made.id, 'own_plans', '+31207940182', 'Rita', 'rita@example.com', '+31207940182', p.id, v.id
     from made, plans p join plan_versions v on v.agency_id = p.agency_id and v.plan_id = p.id and v.number = p.current_version
     where p.agency_id = $1::uuid and p.is_default`,
    [agency.id, count, rare],
  );
  await stageOwners(admin, agency.id);
  await admin.query("vacuum analyze");
  await admin.end();
  return { agencyId: agency.id, host: agency.host, session: agency.owner.session, count };
}

/** An App for staging, on the web role. */
export function stagingApp(webUrl: string, secret: string): App {
  const config = {
    base: "localhost",
    scheme: "http" as const,
    secret,
    demo: true,
    trustedProxies: [],
    requestsPerMinute: 1_000_000,
    egressAllowed: [],
  };
  return openApp({ config, databaseUrl: webUrl, logLevel: "error" });
}

/** A secret for one run. */
export function newRunSecret(): string {
  return createHash("sha256").update(randomBytes(32)).digest("hex");
}
