import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { createCustomer } from "./create.ts";
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
