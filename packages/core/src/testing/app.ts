import { openPool } from "@tenantry/db";
import { testDatabase } from "@tenantry/db/testing";
import pg from "pg";
import type { App, Log } from "../kernel/ctx.ts";

/** A process's App on a database of the suite's own, and eyes that see past every wall. */
export interface TestApp extends App {
  /** The superuser's connection: for looking from outside, never for the code under test. */
  admin: pg.Pool;
  webUrl: string;
  workerUrl: string;
  adminUrl: string;
  /** Everything logged, for leak tests. */
  logged: string[];
  close(): Promise<void>;
}

/** Opens an App as the web process does. `demo` keeps mail bodies, as on a developer's machine. */
export async function openTestApp(
  options: { max?: number; requestsPerMinute?: number } = {},
): Promise<TestApp> {
  const database = await testDatabase();
  const logged: string[] = [];
  const write = (facts: object, message: string) =>
    logged.push(
      `${message} ${JSON.stringify(facts, (_key, value) => (typeof value === "bigint" ? String(value) : value))}`,
    );
  const log: Log = { info: write, warn: write, error: write };
  const pool = openPool({ url: database.webUrl, max: options.max ?? 6, onConnectionError: () => {} });
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
  admin.on("error", () => {});
  return {
    pool,
    admin,
    log,
    logged,
    webUrl: database.webUrl,
    workerUrl: database.workerUrl,
    adminUrl: database.adminUrl,
    config: {
      base: "localhost",
      scheme: "http",
      publicPort: 3000,
      secret: "a-secret-of-thirty-two-bytes-for-tests-only",
      demo: true,
      trustedProxies: [],
      requestsPerMinute: options.requestsPerMinute ?? 1_000_000,
      egressAllowed: [],
    },
    close: async () => {
      await Promise.all([pool.end(), admin.end()]);
      await database.drop();
    },
  };
}
