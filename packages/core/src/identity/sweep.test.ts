import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newAgency, openTestApp, type TestApp } from "../testing/index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

it("removes sessions a week after their end, of every agency, and no others", async () => {
  const [kept, swept] = [await newAgency(app), await newAgency(app)];
  await app.admin.query("update sessions set expires_at = now() - interval '8 days' where agency_id = $1", [
    swept.id,
  ]);
  await app.admin.query("update sessions set expires_at = now() - interval '6 days' where agency_id = $1", [
    kept.id,
  ]);
  const worker = new pg.Client({ connectionString: app.workerUrl });
  await worker.connect();
  await worker.query("select app.sweep_expired()");
  await worker.end();
  const { rows } = await app.admin.query("select distinct agency_id from sessions");
  expect(rows).toEqual([{ agency_id: kept.id }]);
});
