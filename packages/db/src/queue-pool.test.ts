import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openQueuePool } from "./pool.ts";
import { type TestDatabase, testDatabase } from "./testing/index.ts";

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = openQueuePool({ url: database.workerUrl, max: 1, onConnectionError: () => {} });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

it("no connection in time carries a code by which the queue tries again instead of ending the process", async () => {
  const held = await pool.connect();
  await expect(pool.connect()).rejects.toMatchObject({ code: "ETIMEDOUT" });
  held.release();
  const { rows } = await pool.query("select 1 as one");
  expect(rows).toEqual([{ one: 1 }]);
});

it("a note that comes after closing is left unanswered instead of ending the process", async () => {
  const closed = openQueuePool({ url: database.workerUrl, max: 1, onConnectionError: () => {} });
  await closed.end();
  const answered = closed.connect().then(
    () => "answered",
    () => "answered",
  );
  const later = new Promise((resolve) => setImmediate(resolve, "unanswered"));
  expect(await Promise.race([answered, later])).toBe("unanswered");
});
