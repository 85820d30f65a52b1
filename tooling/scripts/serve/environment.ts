import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { addressFor } from "./database.ts";
import type { Secrets } from "./secrets.ts";

interface Facts {
  adminUrl: string;
  secrets: Secrets;
  port: number;
  dev: boolean;
}

/**
 * The environment of web, worker and seed. DATABASE_URL is taken out: the processes that serve people get the
 * login roles only, never the owner of the tables.
 */
export function childEnvironment(own: NodeJS.ProcessEnv, { adminUrl, secrets, port, dev }: Facts) {
  const { DATABASE_URL: _, TENANTRY_BEGAN: __, ...rest } = own;
  return {
    ...rest,
    NODE_ENV: dev ? "development" : "production",
    PORT: String(port),
    TENANTRY_PUBLIC_PORT: String(port),
    TENANTRY_BASE: "localhost",
    TENANTRY_SCHEME: "http",
    TENANTRY_WEB_DATABASE_URL: addressFor(adminUrl, "tn_web", secrets.web),
    TENANTRY_WORKER_DATABASE_URL: addressFor(adminUrl, "tn_worker", secrets.worker),
    TENANTRY_SECRET: secrets.secret,
    // With a mail key it is somebody's installation, not a demo.
    ...(own.RESEND_API_KEY ? {} : { TENANTRY_DEMO: "1" }),
  } satisfies NodeJS.ProcessEnv;
}

/**
 * Keeps what the processes were started with, so that the command lines (npm run agency:create) find the same
 * installation. Readable by the owner alone: it holds passwords.
 */
export function keepEnvironment(dir: string, env: NodeJS.ProcessEnv): void {
  const own = Object.entries(env).filter(([name]) => name.startsWith("TENANTRY_") || name === "PORT");
  writeFileSync(join(dir, "environment.json"), `${JSON.stringify(Object.fromEntries(own), null, 2)}\n`, {
    mode: 0o600,
  });
}
