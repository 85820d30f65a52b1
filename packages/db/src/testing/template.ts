import pg from "pg";
import { type EmbeddedServer, ensureDatabase } from "../embedded/index.ts";
import { migrate } from "../migrate.ts";
import { TEMPLATE, type TestServer } from "./server.ts";

/** Migrates the database that tests copy, then closes it to connections: a template in use cannot be copied. */
export async function makeTemplate(server: EmbeddedServer, logins: TestServer["logins"]): Promise<void> {
  await ensureDatabase(server.adminUrl, TEMPLATE);
  await migrate({ adminUrl: server.url(TEMPLATE), logins });
  const client = new pg.Client({ connectionString: server.adminUrl });
  await client.connect();
  await client.query(`alter database ${TEMPLATE} with allow_connections false is_template true`);
  await client.end();
}
