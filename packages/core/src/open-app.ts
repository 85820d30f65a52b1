import { newestMigration, openPool } from "@tenantry/db";
import { pino } from "pino";
import type { App, Config } from "./kernel/ctx.ts";

const mostConnections = 10;

interface Start {
  config: Config;
  databaseUrl: string;
  logLevel: string;
}

/** What every process starts from: the pool, the log, the configuration. One per process. */
export function openApp({ config, databaseUrl, logLevel }: Start): App {
  const log = pino({ level: logLevel, redact: ["err.parameters", "err.query", "err.params"] });
  const pool = openPool({
    url: databaseUrl,
    max: mostConnections,
    onConnectionError: (err) => log.warn({ err }, "database connection lost"),
  });
  return { pool, config, log };
}

/** Is the database there, and at the migration this code was written against? */
export async function isReady(app: App): Promise<boolean> {
  try {
    const { rows } = await app.pool.query<{ name: string }>("select app.newest_migration() as name");
    return rows[0]?.name === newestMigration;
  } catch (error) {
    app.log.warn({ err: error }, "not ready");
    return false;
  }
}
