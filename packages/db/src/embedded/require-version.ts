import pg from "pg";

/**
 * Throws unless a PostgreSQL 17 or newer answers at the address: the schema needs its builtin locale and its
 * transaction_timeout. The message never holds the address, which holds a password.
 */
export async function requireVersion(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new Error(`The server of DATABASE_URL does not answer: ${(error as Error).message}`);
  }
  try {
    const { rows } = await client.query("select current_setting('server_version_num')::int as number");
    const major = Math.floor(rows[0].number / 10_000);
    if (major < 17) throw new Error(`DATABASE_URL is a PostgreSQL ${major}; Tenantry needs 17 or newer.`);
  } finally {
    await client.end();
  }
}
