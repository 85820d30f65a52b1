import { createApiKey } from "@tenantry/core/api-keys/create";
import type { App } from "@tenantry/core/kernel/ctx";
import { contextFor } from "@tenantry/core/testing/context";
import pg from "pg";
import type { Stage } from "./stage.ts";

/** An ingest key of the staged agency, and 200 customers of its own by their external ids. */
export async function stageIngest(app: App, adminUrl: string, stage: Stage) {
  const ctx = await contextFor(app, stage.host, stage.session);
  const { key } = await createApiKey(ctx, { name: "Bench", scopes: ["usage:ingest"] });
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ externalId: string }>(
    `insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name, external_id)
     select $1::uuid, id, 'customer', $1::uuid, $1::uuid, $1::uuid, id, 'C' || n, 'Customer ' || n, 'bench-' || n
     from (select n, gen_random_uuid() as id from generate_series(1, 200) n) numbered
     returning external_id as "externalId"`,
    [stage.agencyId],
  );
  await admin.query("analyze accounts");
  await admin.end();
  return { key, externalIds: rows.map(({ externalId }) => externalId) };
}
