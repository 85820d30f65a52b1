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
  const log = pino({ level: logLevel, serializers: { err: loggedError } });
  const pool = openPool({
    url: databaseUrl,
    max: mostConnections,
    onConnectionError: (err) => log.warn({ err }, "database connection lost"),
  });
  return { pool, config, log };
}

/**
 * What the log keeps of an error: its class, code and where it came from. Never its message where the database is
 * behind it: drivers write values into messages, and values are people's.
 */
export function loggedError(error: unknown): object | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, constraint } = error as Error & { code?: string; constraint?: string };
  const values = "query" in error || "severity" in error;
  const stack = error.stack
    ?.split("\n")
    .filter((line) => line.startsWith("    at "))
    .slice(0, 8);
  return {
    name: error.name,
    code,
    constraint,
    message: values ? undefined : error.message,
    stack,
    cause: loggedError(error.cause),
  };
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
