import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "../customers/create.ts";
import { listCustomers } from "../customers/list.ts";
import { readCustomer } from "../customers/read.ts";
import type { App, Ctx } from "../kernel/ctx.ts";
import { listSubscriptions } from "../subscriptions/list.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMoveIn } from "../testing/move-in.ts";
import { listCustomerImportRows } from "./list-rows.ts";
import { readCustomerImport } from "./read.ts";
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

const rowsOf = async (ctx: Ctx, id: string) => (await listCustomerImportRows(ctx, { id })).rows;

describe("a customer that came after the check", () => {
  it("charges nobody twice where a file is taken in and checked twice before it is started", async () => {
    const market = await newMoveIn(app, worker);
    const ctx = await market.as.agency();
    const lines = [
      "Alder,it@alder.example,,,,,Team,2,2026-11-18,2027-03-18,,",
      "İstanbul Ölçü,,,,,,Team,1,2027-01-20,,,",
      "alder,,,,,,Team,1,2027-03-01,,,yes",
      "Birch,,Cove Referrals,,,,team,1,2025-01-31,,,",
      "Doum,,Harbour Apps,,,,Harbour,3,2027-03-10,2027-04-10,,",
      "Cedar,,,,,,,,,,,",
      "Cedar,,,,,,Team,1,2027-02-01,,,",
    ];
    const [one, two] = [await market.checked(ctx, lines), await market.checked(ctx, lines)];
    expect((await readCustomerImport(ctx, { id: two })).counts).toMatchObject({ ready: 7 });
    await startCustomerImport(ctx, { id: one });
    await startCustomerImport(ctx, { id: two });
    await Promise.all([market.carryOut(one), market.carryOut(two)]);
    const made = (await listCustomers(ctx, {})).customers.map(({ name }) => name);
    expect(made.toSorted()).toEqual([
      ...["Alder", "Birch", "Cedar", "Cove Cafe", "Direct Dental", "Doum", "Harbour Hotel", "İstanbul Ölçü"],
    ]);
    expect((await listSubscriptions(ctx, {})).subscriptions).toHaveLength(6);
    // Whichever came first, each row was made by one of them and the other says why it was not.
    const [first, second] = [await rowsOf(ctx, one), await rowsOf(ctx, two)];
    const told = first.map((row, place) => [row.state, second[place]!.state].toSorted());
    expect(told).toEqual(first.map(() => ["created", "failed"]));
    const failed = [...first, ...second].filter(({ state }) => state === "failed");
    expect(
      failed.map(({ line, problems }) => `${line} ${problems[0]!.pointer} ${problems[0]!.code}`),
    ).toEqual(
      expect.arrayContaining([
        ...[2, 3, 4, 5, 6, 8].map((line) => `${line} /startsOn taken_over_before`),
        "7 /name customer_there",
      ]),
    );
  });

  it("adds to a customer that came after the check, and says so", async () => {
    const market = await newMoveIn(app, worker);
    const ctx = await market.as.agency();
    const id = await market.checked(ctx, [
      "Alder,new@alder.example,,,,,Team,2,2026-11-18,,,",
      "Alder,,,,,,Team,1,2027-01-20,,,",
      "Birch,,,,,,Team,1,2027-01-20,,,",
    ]);
    const alder = await createCustomer(ctx, { name: "ALDER", email: "it@alder.example" });
    for (const _ of ["one", "another"]) await createCustomer(ctx, { name: "Birch" });
    await market.created(ctx, id);
    expect(await market.problems(ctx, id)).toEqual([
      ...["2 created ", "3 created "],
      "4 failed /name customer_ambiguous",
    ]);
    expect(await readCustomer(ctx, { id: alder.id })).toMatchObject({
      name: "ALDER",
      email: "it@alder.example",
    });
    const { subscriptions } = await listSubscriptions(ctx, { customerId: alder.id });
    expect(subscriptions).toHaveLength(2);
    const { totals } = await readCustomerImport(ctx, { id });
    expect(totals).toMatchObject({ customers: 0, subscriptions: 2 });
    expect((await rowsOf(ctx, id)).map(({ outcome }) => outcome?.customerId)).toEqual([
      ...[alder.id, alder.id, null],
    ]);
  });
});
