import { checkCustomerImport } from "@tenantry/core/customer-imports/check";
import { createCustomerImport } from "@tenantry/core/customer-imports/create";
import { listCustomerImportRows } from "@tenantry/core/customer-imports/list-rows";
import { readCustomerImport } from "@tenantry/core/customer-imports/read";
import { removeCustomerImport } from "@tenantry/core/customer-imports/remove";
import { startCustomerImport } from "@tenantry/core/customer-imports/start";
import type { App, Ctx } from "@tenantry/core/kernel/ctx";
import { outboxTransport } from "@tenantry/core/platform/mail/transport";
import { checkResellerImport } from "@tenantry/core/reseller-imports/check";
import { createResellerImport } from "@tenantry/core/reseller-imports/create";
import { readResellerImport } from "@tenantry/core/reseller-imports/read";
import { newAgency, openTestApp, type TestApp } from "@tenantry/core/testing";
import { openPool, openQueuePool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startQueue } from "./queue.ts";

let app: TestApp;
let own: App;
let pool: pg.Pool;
let queue: Awaited<ReturnType<typeof startQueue>>;
beforeAll(async () => {
  app = await openTestApp();
  const options = { url: app.workerUrl, max: 4, onConnectionError: () => {} };
  own = { ...app, pool: openPool(options) };
  pool = openQueuePool(options);
  queue = await startQueue(own, pool, outboxTransport);
});
afterAll(async () => {
  await queue.stop();
  await Promise.all([own.pool.end(), pool.end()]);
  await app.close();
});

/** Has no row of a file come to `state`, as a defect would. */
async function broken(table: string, state: string) {
  await app.admin.query(`
    create function break_row() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$;
    create trigger break_row before update on ${table} for each row when (new.state = '${state}')
      execute function break_row()`);
  return { mend: () => app.admin.query("drop function break_row cascade") };
}

/** The job of a file failed as often as it may but once, and is tried again. */
async function lastTry(importId: string): Promise<void> {
  await vi.waitFor(async () => {
    const { rowCount } = await app.admin.query(
      `update graphile_worker._private_jobs set attempts = max_attempts - 1, run_at = now()
       where payload->>'importId' = $1 and attempts > 0 and attempts < max_attempts and locked_at is null`,
      [importId],
    );
    expect(rowCount).toBe(1);
  }, 20_000);
}

const stateOf = (ctx: Ctx, id: string, state: string) =>
  vi.waitFor(async () => expect((await readCustomerImport(ctx, { id })).state).toBe(state), 20_000);
const rowsOf = async (ctx: Ctx, id: string) =>
  (await listCustomerImportRows(ctx, { id })).rows.map(({ state, problems }) => [state, problems[0]?.code]);

it("a file whose job failed for the last time is told as gone wrong, and can be checked again and removed", async () => {
  const ctx = await (await newAgency(app)).ctx();
  const { id } = await createCustomerImport(ctx, { fileName: "a.csv", csv: "name\nAlder\nBirch" });
  const check = () => checkCustomerImport(ctx, { id, columns: { name: 0 } });

  const checking = await broken("customer_import_rows", "ready");
  await check();
  await lastTry(id);
  await stateOf(ctx, id, "checked");
  await checking.mend();
  expect(await rowsOf(ctx, id)).toEqual([
    ["wrong", "internal"],
    ["wrong", "internal"],
  ]);

  await check();
  await stateOf(ctx, id, "checked");
  expect((await readCustomerImport(ctx, { id })).counts).toMatchObject({ ready: 2 });

  const creating = await broken("customer_import_rows", "created");
  await startCustomerImport(ctx, { id });
  await lastTry(id);
  await stateOf(ctx, id, "finished");
  await creating.mend();
  expect(await rowsOf(ctx, id)).toEqual([
    ["failed", "internal"],
    ["failed", "internal"],
  ]);
  await removeCustomerImport(ctx, { id });
}, 60_000);

it("so is a file of resellers", async () => {
  const ctx = await (await newAgency(app)).ctx();
  const { id } = await createResellerImport(ctx, { fileName: "a.csv", csv: "name\nAlder" });
  const checking = await broken("reseller_import_rows", "wrong' and new.problems->0->>'code' <> 'internal");
  await checkResellerImport(ctx, { id, columns: { name: 0 } });
  await lastTry(id);
  await vi.waitFor(async () => expect((await readResellerImport(ctx, { id })).state).toBe("checked"), 20_000);
  await checking.mend();
}, 60_000);
