import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "../customers/create.ts";
import { readCustomer } from "../customers/read.ts";
import type { App } from "../kernel/ctx.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMoveIn } from "../testing/move-in.ts";
import { checkCustomerImport } from "./check.ts";
import { listCustomerImports } from "./list.ts";
import { listCustomerImportRows } from "./list-rows.ts";
import { readCustomerImport } from "./read.ts";
import { removeCustomerImport } from "./remove.ts";
import { startCustomerImport } from "./start.ts";

let app: TestApp;
let worker: App;
beforeAll(async () => {
  app = await openTestApp();
  worker = { ...app, pool: openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} }) };
});
afterAll(async () => {
  await worker.pool.end();
  await app.close();
});

describe("whose a file is", () => {
  it("is the account's that took it in: a reseller imports for itself alone, by its own plans", async () => {
    const market = await newMoveIn(app, worker);
    const seller = await market.as.seller();
    const id = await market.checked(seller, [
      "Quay,,Cove Referrals,,,,Harbour,1,2027-01-20,,,",
      "Pier,,,,,,Team,1,2027-01-20,,,",
    ]);
    const found = await readCustomerImport(seller, { id });
    expect([found.fields.includes("partner"), found.columns.partner]).toEqual([false, undefined]);
    expect(await market.problems(seller, id)).toEqual(["2 ready ", "3 wrong /plan plan_not_sold"]);
    await expect(checkCustomerImport(seller, { id, columns: { partner: 2 } })).rejects.toMatchObject({
      fields: [{ code: "unknown_field" }],
    });
    for (const who of ["agent", "agency"] as const) {
      const ctx = await market.as[who]();
      expect(await listCustomerImports(ctx, {})).toEqual({ imports: [] });
      for (const verb of [
        readCustomerImport,
        listCustomerImportRows,
        startCustomerImport,
        removeCustomerImport,
      ])
        await expect(verb(ctx, { id }), who).rejects.toMatchObject({ code: "not_found" });
    }
    await market.created(seller, id);
    const { rows } = await listCustomerImportRows(seller, { id, state: "created" });
    const quay = await readCustomer(await market.as.agency(), { id: rows[0]!.customerId! });
    expect(quay).toMatchObject({ name: "Quay", parentId: market.seller.id });
    // A commission reseller sells the agency's plans: what runs of them is not its to give.
    const agent = await market.as.agent();
    expect(
      await market.problems(agent, await market.checked(agent, ["Cliff,,,,,,Team,1,2027-01-20,,,"])),
    ).toEqual(["2 wrong /plan take_over_seller"]);
  });

  it("tells a reseller of a company that somebody has, as creating one does, and not who", async () => {
    const market = await newMoveIn(app, worker);
    await createCustomer(await market.as.seller(), { name: "Linden", email: "it@linden.example" });
    const agent = await market.as.agent();
    const id = await market.checked(agent, ["Another name,boss@linden.example,,,,,,,,,,"]);
    expect(await market.problems(agent, id)).toEqual(["2 wrong /email customer_claimed"]);
  });

  it("sells nothing for a reseller whose sales are stopped, nor for one that is locked by then", async () => {
    const market = await newMoveIn(app, worker);
    const seller = await market.as.seller();
    const line = "Quay,,,,,,Harbour,1,2027-01-20,,,";
    const [one, two] = [await market.checked(seller, [line]), await market.checked(seller, [line])];
    await startCustomerImport(seller, { id: two });
    const set = (status: string) =>
      app.admin.query("update accounts set status = $2 where id = $1", [market.seller.id, status]);
    await set("sales_stopped");
    await expect(startCustomerImport(await market.as.seller(), { id: one })).rejects.toMatchObject({
      code: "sales_stopped",
    });
    await set("locked");
    await market.carryOut(two);
    await set("active");
    expect(await market.problems(await market.as.seller(), two)).toEqual(["2 failed  forbidden"]);
  });
});
