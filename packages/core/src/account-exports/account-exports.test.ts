import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createCustomer } from "../customers/create.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { addPerson, contextFor, newDistributor, openTestApp, type TestApp } from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { beginExport } from "./begin.ts";
import { bundleOf } from "./bundle.ts";

let app: TestApp;
let market: Market;
beforeAll(async () => {
  app = await openTestApp();
  market = await newMarket(app);
  const { as, customers, plans } = market;
  const sale = { planId: plans.agencys, currency: "EUR", interval: "month" as const };
  await createSubscription(await as.agency(), { ...sale, customerId: customers.direct });
  await createSubscription(await as.agent(), { ...sale, customerId: customers.ofAgent });
});
afterAll(() => app.close());

/** What a bundle holds, by file. */
async function opened(ctx: Ctx) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bundleOf(ctx)) chunks.push(chunk);
  const files = unzipSync(Buffer.concat(chunks));
  const rowsOf = (name: string): Record<string, unknown>[] =>
    strFromU8(files[`${name}.jsonl`]!)
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  return { names: Object.keys(files), rowsOf, about: JSON.parse(strFromU8(files["about.json"]!)) };
}

it("holds every list of an agency whole, and says how many rows each has", async () => {
  const ctx = await market.as.agency();
  for (let nth = 0; nth < 120; nth++)
    await createCustomer(ctx, { name: `Inn ${nth}`, parentId: market.agent.id });
  const { names, rowsOf, about } = await opened(await market.as.agency());
  expect(names).toEqual([
    ...["distributors.jsonl", "resellers.jsonl", "deleted-resellers.jsonl", "customers.jsonl", "plans.jsonl"],
    ...["subscriptions.jsonl", "orders.jsonl", "invoices.jsonl", "invoice-lines.jsonl"],
    ...["commissions.jsonl", "payouts.jsonl", "exchange-rates.jsonl"],
    ...["team.jsonl", "log.jsonl", "about.json"],
  ]);
  expect(new Set(rowsOf("customers").map(({ id }) => id)).size).toBe(123);
  expect(rowsOf("invoices")).toHaveLength(2);
  expect(rowsOf("invoice-lines")).toMatchObject([
    { kind: "new", netMinor: 1_000, currency: "EUR", rate: { none: "direct" } },
    { kind: "new", netMinor: 1_000, rate: { none: "no_rate" } },
  ]);
  expect(about.rows).toMatchObject({ customers: 123, invoices: 2, resellers: 2, subscriptions: 2 });
});

it("holds of a reseller what is its own and nothing of anybody else's", async () => {
  const ctx = await market.as.agent();
  const { names, rowsOf } = await opened(ctx);
  expect(names).not.toContain("resellers.jsonl");
  expect(rowsOf("subscriptions")).toMatchObject([{ customer: { name: "Cove Cafe" } }]);
  expect(rowsOf("invoices")).toHaveLength(1);
  const text = JSON.stringify(
    names.filter((name) => name.endsWith("l")).map((name) => rowsOf(name.slice(0, -6))),
  );
  for (const foreign of ["Direct Dental", "Harbour Hotel", market.seller.id])
    expect(text).not.toContain(foreign);
});

it("is begun by owners alone, and the log says who did", async () => {
  const { agent, agency } = market;
  const place = { agencyId: agency.id, accountId: agent.id, resellerId: agent.id };
  const admin = await addPerson(app, agent.host, place, "admin");
  const theirs = await contextFor(app, agent.host, admin.session);
  await expect(beginExport(theirs, {})).rejects.toMatchObject({ code: "forbidden" });
  expect((await beginExport(await market.as.agent(), {})).files).toContain("customers");
  const { rows } = await app.admin.query(
    "select actor_kind as actor from audit_entries where action = 'account-export.begin' and reseller_id = $1",
    [agent.id],
  );
  expect(rows).toEqual([{ actor: "user" }]);
  const distributor = await newDistributor(app, agency);
  await expect(beginExport(await distributor.ctx(), {})).rejects.toMatchObject({ code: "kind_forbidden" });
});
