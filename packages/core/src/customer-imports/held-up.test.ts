import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { App } from "../kernel/ctx.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMarket, newPricedPlan } from "../testing/market.ts";
import { carryOutCustomerImport } from "./carry-out.ts";
import { checkCustomerImport } from "./check.ts";
import { createCustomerImport } from "./create.ts";
import { listCustomerImportRows } from "./list-rows.ts";
import { readCustomerImport } from "./read.ts";
import { startCustomerImport } from "./start.ts";

let app: TestApp;
let worker: App;
beforeAll(async () => {
  app = await openTestApp();
  worker = { ...app, pool: openPool({ url: app.workerUrl, max: 4, onConnectionError: () => {} }) };
});
afterAll(async () => {
  await worker.pool.end();
  await app.close();
});

/** A worker that is killed where it takes the database for the `nth` time. */
function killedAt(nth: number): { app: App; taken: () => number } {
  let taken = 0;
  const pool = Object.create(worker.pool) as pg.Pool;
  pool.connect = (async () => {
    taken += 1;
    if (taken >= nth) throw new Error("killed");
    return worker.pool.connect();
  }) as pg.Pool["connect"];
  return { app: { ...worker, pool }, taken: () => taken };
}

it("a worker that is killed makes no customer and no subscription twice, wherever it was killed", async () => {
  const market = await newMarket(app);
  const ctx = await market.as.seller();
  await newPricedPlan(ctx, undefined, "Harbour");
  const userId = ctx.actor.kind === "user" ? ctx.actor.userId : "";
  let places = 0;
  // The first is not killed and says how many places there are; each of them is one where the next ones are.
  for (let nth = 0; nth <= places; nth++) {
    const lines = [
      `Quay ${nth},,Harbour,2027-01-01`,
      `Pier ${nth},,,`,
      `quay ${nth},it@quay-${nth}.example,Harbour,2027-01-02`,
    ];
    const csv = ["name,email,plan,startsOn", ...lines].join("\n");
    const { id } = await createCustomerImport(ctx, { fileName: "a.csv", csv });
    const job = { agencyId: market.agency.id, accountId: market.seller.id, importId: id, userId };
    await checkCustomerImport(ctx, { id, columns: { name: 0, email: 1, plan: 2, startsOn: 3 } });
    await carryOutCustomerImport(worker, job);
    await startCustomerImport(ctx, { id });
    const half = killedAt(nth || Number.POSITIVE_INFINITY);
    await carryOutCustomerImport(half.app, job).catch(() => {});
    if (nth === 0) places = half.taken();
    else expect(half.taken(), `killed at ${nth}`).toBeGreaterThanOrEqual(nth);
    await carryOutCustomerImport(worker, job);
    await carryOutCustomerImport(worker, job);
    expect(await readCustomerImport(ctx, { id }), `killed at ${nth}`).toMatchObject({ state: "finished" });
    const { rows } = await listCustomerImportRows(ctx, { id });
    expect(
      rows.map(({ state }) => state),
      `killed at ${nth}`,
    ).toEqual(["created", "created", "created"]);
    const { rows: made } = await app.admin.query(
      `select a.name, a.email, count(s.id)::int as subscriptions from accounts a
       left join subscriptions s on s.agency_id = a.agency_id and s.customer_id = a.id
       where a.agency_id = $1 and a.kind = 'customer' and a.name in ($2, $3, $4) group by a.id, a.name, a.email order by a.name`,
      [market.agency.id, `Quay ${nth}`, `quay ${nth}`, `Pier ${nth}`],
    );
    expect(made, `killed at ${nth}`).toEqual([
      { name: `Pier ${nth}`, email: null, subscriptions: 0 },
      { name: `Quay ${nth}`, email: `it@quay-${nth}.example`, subscriptions: 2 },
    ]);
  }
  // What was found is read, and each row is created and noted: no place of these was left out.
  expect(places).toBeGreaterThan(3 * 3);
});
