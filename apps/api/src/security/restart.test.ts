import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "@tenantry/core/kernel/ctx";
import { type Agency, newAgency } from "@tenantry/core/testing";
import { migrate, openPool } from "@tenantry/db";
import { type EmbeddedServer, ensureDatabase, startEmbedded } from "@tenantry/db/embedded";
import { bounded, until } from "@tenantry/db/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listen } from "../testing/listen.ts";
import { type Answer, send } from "../testing/web.ts";

// T05: a database server of its own, which goes away and comes back while people work.
const dir = mkdtempSync(join(tmpdir(), "tenantry-restart-"));
const config = {
  base: "localhost",
  scheme: "http" as const,
  publicPort: 3000,
  secret: "a-secret-of-thirty-two-bytes-for-tests-only",
  demo: true,
  trustedProxies: [],
  requestsPerMinute: 1_000_000,
  egressAllowed: [],
};
const log = { info: () => {}, warn: () => {}, error: () => {} };
let server: EmbeddedServer;
let app: App;
let web: Awaited<ReturnType<typeof listen>>;
let agencies: Agency[];

beforeAll(async () => {
  chmodSync(dir, 0o755);
  server = await startEmbedded({ dir, durable: false });
  await ensureDatabase(server.adminUrl, "tenantry");
  await migrate({ adminUrl: server.url("tenantry"), logins: { web: "web", worker: "worker" } });
  const url = new URL(server.url("tenantry"));
  [url.username, url.password] = ["tn_web", "web"];
  app = { config, log, pool: openPool({ url: url.href, max: 4, onConnectionError: () => {} }) };
  web = await listen(app);
  agencies = [await newAgency(app), await newAgency(app)];
}, 60_000);
afterAll(async () => {
  await web.close();
  await app.pool.end();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

it("the server restarts under load: 503 meanwhile, then all is well, with no foreign row and no hang", async () => {
  const answers: { agency: Agency; answer: Answer }[] = [];
  let stopped = false;
  const ask = ({ host, owner }: Agency) =>
    bounded(send(web.port, host, "/api/v1/profile", { session: owner.session }), 10, "a request");
  const person = async (agency: Agency) => {
    while (!stopped) answers.push({ agency, answer: await ask(agency) });
  };
  const load = agencies.flatMap((agency) => Array.from({ length: 8 }, () => person(agency)));
  const count = (status: number) => answers.filter(({ answer }) => answer.status === status).length;

  await until(async () => count(200) > 50);
  await server.stop();
  await until(async () => count(503) > 20);
  server = await startEmbedded({ dir, durable: false });
  const before = count(200);
  await until(async () => count(200) > before + 200, 20);
  stopped = true;
  await Promise.all(load);

  expect([...new Set(answers.map(({ answer }) => answer.status))].sort()).toEqual([200, 503]);
  for (const { agency, answer } of answers) {
    if (answer.status === 200) expect(answer.json().accountName).toBe(agency.name);
    else expect([answer.json().code, answer.headers["retry-after"]]).toEqual(["busy", "1"]);
  }
  const newest = await Promise.all(Array.from({ length: 20 }, () => ask(agencies[0]!)));
  expect(newest.map(({ status }) => status)).toEqual(Array(20).fill(200));
  expect(app.pool.waitingCount).toBe(0);
}, 60_000);
