import { enqueue } from "@tenantry/core/jobs/enqueue";
import { type Agency, newAgency, openTestApp, type TestApp } from "@tenantry/core/testing";
import { inTenant, openQueuePool, type Tx } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { takeUpJobs } from "./take-up.ts";

let app: TestApp;
let pool: pg.Pool;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  pool = openQueuePool({ url: app.workerUrl, max: 4, onConnectionError: () => {} });
  agency = await newAgency(app);
  await takeUpJobs(pool);
});
afterAll(async () => {
  await pool.end();
  await app.close();
});

const inAgency = <T>(work: (tx: Tx) => Promise<T>) =>
  inTenant(app.pool, { agency: agency.id, kind: "agency", account: agency.id }, work);
const mail = (tx: Tx, mailId: string) => enqueue(tx, "mail.send", { mailId });
const queued = async (part: string) => {
  const { rows } = await app.admin.query(
    "select payload from graphile_worker._private_jobs where payload::text like $1 order by id",
    [`%${part}%`],
  );
  return rows.map(({ payload }) => payload);
};

it("a job waits until its change is committed and is then queued with its agency, once", async () => {
  await inAgency(async (tx) => {
    await mail(tx, "while-open");
    expect(await takeUpJobs(pool)).toBe(0);
  });
  expect(await takeUpJobs(pool)).toBe(1);
  expect(await takeUpJobs(pool)).toBe(0);
  expect(await queued("while-open")).toEqual([{ mailId: "while-open", agencyId: agency.id }]);
});

it("a change that is taken back queues nothing", async () => {
  const failing = inAgency(async (tx) => {
    await mail(tx, "taken-back");
    throw new Error("own");
  });
  await expect(failing).rejects.toThrow("own");
  expect(await takeUpJobs(pool)).toBe(0);
  expect(await queued("taken-back")).toEqual([]);
});

it("many workers take up each job once", async () => {
  await inAgency((tx) => Promise.all(Array.from({ length: 60 }, (_, n) => mail(tx, `shared-${n}`))));
  const taken = await Promise.all(Array.from({ length: 4 }, () => takeUpJobs(pool)));
  expect(taken.reduce((sum, count) => sum + count, 0)).toBe(60);
  expect(await queued("shared-")).toHaveLength(60);
});

it("jobs under one key become one", async () => {
  await inAgency((tx) =>
    Promise.all(["a", "b", "c"].map(() => enqueue(tx, "usage.redrive", {}, "usage.redrive"))),
  );
  await takeUpJobs(pool);
  const { rows } = await app.admin.query(
    "select count(*)::int as jobs from graphile_worker._private_jobs where key = $1",
    [`${agency.id}:usage.redrive`],
  );
  expect(rows).toEqual([{ jobs: 1 }]);
});

it("changes that queue jobs commit beside each other: none announces anything", async () => {
  const listener = await app.admin.connect();
  const heard: string[] = [];
  listener.on("notification", ({ channel }) => heard.push(channel));
  await listener.query('listen "jobs:insert"');
  await inAgency((tx) => mail(tx, "quiet"));
  await listener.query("select 1");
  expect(heard).toEqual([]);
  await takeUpJobs(pool);
  await listener.query("select 1");
  expect(heard).toEqual(["jobs:insert"]);
  await listener.query("unlisten *");
  listener.release();
});
