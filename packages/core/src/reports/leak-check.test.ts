import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listAttention } from "../attention/list.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { newMarket } from "../testing/market.ts";
import { checkForLeaks } from "./leak-check.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

it("looks for leaks once a night, and tells them on the agency's home page until a night finds nothing", async () => {
  const worker = openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} });
  const { as, at, customers, plans } = await newMarket(app);
  const night = async (day: string) => {
    await at(`${day}T00:30:00Z`);
    await checkForLeaks(worker);
    const { items } = await listAttention(await as.agency(), {});
    return items.find(({ need }) => need === "leak")?.count ?? 0;
  };
  const sale = { customerId: customers.direct, planId: plans.agencys, currency: "EUR", quantity: 2 };
  const { id } = await createSubscription(await as.agency(), { ...sale, interval: "month" });
  const sold = (quantity: number) =>
    app.admin.query("update subscriptions set quantity = $2 where id = $1", [id, quantity]);
  expect(await night("2027-03-11")).toBe(0);
  await sold(3);
  expect(await night("2027-03-11")).toBe(0);
  expect(await night("2027-03-12")).toBe(1);
  await sold(2);
  expect(await night("2027-03-13")).toBe(0);
  await worker.end();
});
