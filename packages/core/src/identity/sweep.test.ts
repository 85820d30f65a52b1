import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../kernel/ids.ts";
import { newAgency, openTestApp, type TestApp } from "../testing/index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function sweep(): Promise<void> {
  const worker = new pg.Client({ connectionString: app.workerUrl });
  await worker.connect();
  await worker.query("select app.sweep_expired()");
  await worker.end();
}

it("removes sessions a week after their end, of every agency, and no others", async () => {
  const [kept, swept] = [await newAgency(app), await newAgency(app)];
  await app.admin.query("update sessions set expires_at = now() - interval '8 days' where agency_id = $1", [
    swept.id,
  ]);
  await app.admin.query("update sessions set expires_at = now() - interval '6 days' where agency_id = $1", [
    kept.id,
  ]);
  await sweep();
  const ids = [kept.id, swept.id];
  const { rows } = await app.admin.query(
    "select distinct agency_id from sessions where agency_id = any($1)",
    [ids],
  );
  expect(rows).toEqual([{ agency_id: kept.id }]);
});

it("removes operators' sessions and throttles that have run out as long, and no others", async () => {
  const operator = newId();
  await app.admin.query("insert into platform.operators (id, email, name) values ($1, $2, 'Iris')", [
    operator,
    `${operator}@example.com`,
  ]);
  const [old, recent] = [`old-${operator}`, `recent-${operator}`];
  for (const [id, days, hours] of [
    [old, 8, 25],
    [recent, 6, 23],
  ] as const) {
    await app.admin.query(
      `insert into platform.operator_sessions (id, operator_id, secret_hash, expires_at, ends_at)
       values ($1, $2, '\\x00', now() - make_interval(days => $3), now())`,
      [id, operator, days],
    );
    await app.admin.query(
      "insert into platform.operator_throttles (key, hits, window_ends_at) values ($1, 1, now() - make_interval(hours => $2))",
      [id, hours],
    );
  }
  await sweep();
  const { rows: sessions } = await app.admin.query(
    "select id from platform.operator_sessions where operator_id = $1",
    [operator],
  );
  const { rows: throttles } = await app.admin.query(
    "select key from platform.operator_throttles where key = any($1)",
    [[old, recent]],
  );
  expect([sessions, throttles]).toEqual([[{ id: recent }], [{ key: recent }]]);
});
