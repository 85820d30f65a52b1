import type { App } from "@tenantry/core/kernel/ctx";
import { openPool } from "@tenantry/db";
import { pino } from "pino";
import type { Settings } from "./config.ts";

const mostConnections = 10;

/** What every process starts from: the pool, the log, the configuration. One per process. */
export function openApp(settings: Settings, databaseUrl: string): App {
  const log = pino({ level: settings.logLevel, redact: ["err.parameters", "err.query", "err.params"] });
  const pool = openPool({
    url: databaseUrl,
    max: mostConnections,
    onConnectionError: (err) => log.warn({ err }, "database connection lost"),
  });
  return { pool, config: settings.config, log };
}
