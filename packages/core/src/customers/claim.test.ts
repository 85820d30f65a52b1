import { afterAll, beforeAll, expect, it } from "vitest";
import { createSubscription } from "../subscriptions/create.ts";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { createCustomer } from "./create.ts";
import { extendClaim } from "./extend-claim.ts";
import { readCustomer } from "./read.ts";
import { updateCustomer } from "./update.ts";

let app: TestApp;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
  market = await newMarket(app);
});
afterAll(() => app.close());

const add = async (as: keyof Market["as"], fields: { email?: string; taxId?: string; parentId?: string }) =>
  createCustomer(await market.as[as](), { name: "Same Company", ...fields }).then(
    ({ id }) => id,
    (error) => `${error.fields?.[0]?.pointer} ${error.fields?.[0]?.code}`,
  );

it("tells the second reseller that somebody has the company, by its mail's domain or its tax id, and not who", async () => {
  await add("seller", { email: "it@lindenhof.example", taxId: "DE 204 118 930" });
  expect(await add("agent", { email: "boss@LINDENHOF.example" })).toBe("/email customer_claimed");
  expect(await add("agent", { taxId: "de204118930" })).toBe("/taxId customer_claimed");
  expect(await add("agent", { email: "it@other.example", taxId: "DE204118931" })).toMatch(/^[0-9a-f-]{36}$/);
});

it("holds for the agency's own customers, and against changing into one", async () => {
  await add("agency", { email: "it@direct-one.example" });
  expect(await add("agent", { email: "me@direct-one.example" })).toBe("/email customer_claimed");
  const id = await add("agent", { email: "me@fresh-one.example" });
  const change = updateCustomer(await market.as.agent(), { id, email: "me@direct-one.example" });
  await expect(change).rejects.toMatchObject({ fields: [{ pointer: "/email", code: "customer_claimed" }] });
});

it("holds nobody up over an address that anybody has, its own customers, or the agency's own word", async () => {
  await add("seller", { email: "one@gmail.com" });
  expect(await add("agent", { email: "two@gmail.com" })).toMatch(/^[0-9a-f-]{36}$/);
  await add("seller", { email: "a@twice.example" });
  expect(await add("seller", { email: "b@twice.example" })).toMatch(/^[0-9a-f-]{36}$/);
  expect(await add("agency", { email: "c@twice.example", parentId: market.agent.id })).toMatch(
    /^[0-9a-f-]{36}$/,
  );
});

it("holds for ninety days or as long as something runs, and longer where the agency says so", async () => {
  const { at, as, plans } = market;
  await at("2027-03-10T12:00:00Z");
  const company = (name: string) => ({ email: `it@${name}.example` });
  const idle = await add("seller", company("idle"));
  const bought = await add("seller", company("bought"));
  const kept = await add("seller", company("kept"));
  await add("agency", company("own"));
  const sale = { customerId: bought, planId: plans.sellers, currency: "EUR", interval: "month" as const };
  await createSubscription(await as.seller(), sale);
  const day = (until: string | null) => until?.slice(0, 10);
  expect(day((await readCustomer(await as.seller(), { id: idle })).claimedUntil)).toBe("2027-06-08");
  const extend = async (id: string, days: number) =>
    day((await extendClaim(await as.agency(), { id, days })).claimedUntil);
  expect(await extend(kept, 30)).toBe("2027-07-08");
  await at("2027-06-08T11:00:00Z");
  expect(await add("agent", company("idle"))).toBe("/email customer_claimed");
  await at("2027-06-08T13:00:00Z");
  expect(await add("agent", company("idle"))).toMatch(/^[0-9a-f-]{36}$/);
  for (const name of ["bought", "kept", "own"])
    expect(await add("agent", company(name)), name).toBe("/email customer_claimed");
  await at("2027-07-09T12:00:00Z");
  expect(await add("agent", company("kept"))).toMatch(/^[0-9a-f-]{36}$/);
  // One that has run out begins again today.
  expect(await extend(kept, 10)).toBe("2027-07-19");
  const direct = extendClaim(await as.agency(), { id: market.customers.direct, days: 1 });
  await expect(direct).rejects.toMatchObject({ code: "no_claim" });
});
