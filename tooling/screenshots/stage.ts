import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestApp } from "@tenantry/core/testing";
import { migrate, openPool } from "@tenantry/db";
import { ensureDatabase, startEmbedded } from "@tenantry/db/embedded";
import pg from "pg";
import { type Served, serveApp } from "../journeys/support/serve-app.ts";

/** The product on a throw-away server of its own, outside any test run. */
export async function openStage(): Promise<Served> {
  const dir = mkdtempSync(join(tmpdir(), "tenantry-screenshots-"));
  const server = await startEmbedded({ dir, durable: false });
  const logins = { web: randomBytes(18).toString("hex"), worker: randomBytes(18).toString("hex") };
  await ensureDatabase(server.adminUrl, "screenshots");
  const adminUrl = server.url("screenshots");
  await migrate({ adminUrl, logins });
  const as = (user: string, password: string) =>
    Object.assign(new URL(adminUrl), { username: user, password }).href;
  const nothing = () => {};
  const webUrl = as("tn_web", logins.web);
  const pool = openPool({ url: webUrl, max: 6, onConnectionError: nothing });
  const admin = new pg.Pool({ connectionString: adminUrl, max: 2 });
  const app: TestApp = {
    pool,
    admin,
    adminUrl,
    webUrl,
    workerUrl: as("tn_worker", logins.worker),
    log: { info: nothing, warn: nothing, error: (facts, message) => console.error(message, facts) },
    logged: [],
    config: {
      base: "localhost",
      scheme: "http",
      secret: randomBytes(32).toString("hex"),
      demo: true,
      trustedProxies: [],
      requestsPerMinute: 1_000_000,
      egressAllowed: [],
    },
    close: async () => {
      await Promise.all([pool.end(), admin.end()]);
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return serveApp(app);
}
