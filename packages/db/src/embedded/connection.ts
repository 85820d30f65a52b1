import { realpathSync } from "node:fs";
import pg from "pg";

/** The address of a database of the embedded server. */
export function databaseUrl(port: number, password: string, database: string): string {
  return `postgresql://tenantry:${password}@127.0.0.1:${port}/${database}`;
}

/** Whether a server that takes our password answers on that address and works on our data folder. */
export async function answersFrom(url: string, data: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('data_directory') as folder");
    return realpathSync(rows[0].folder) === realpathSync(data);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
