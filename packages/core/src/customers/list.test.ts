import { inTenant, openPool } from "@tenantry/db";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "../kernel/ctx.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { carryOnSubscriptions } from "../subscriptions/sweep.ts";
import {
  type Agency,
  contextFor,
  newAgency,
  newDistributor,
  newReseller,
  newResellerOf,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { type Market, newMarket } from "../testing/market.ts";
import { createCustomer } from "./create.ts";
import { deactivateCustomer } from "./deactivate.ts";
import { listCustomers } from "./list.ts";

const app: TestApp = await openTestApp();
let agency: Agency;
let seller: Awaited<ReturnType<typeof newReseller>>;
let agencys: Ctx;
let theirs: Ctx;
beforeAll(async () => {
  agency = await newAgency(app);
  seller = await newReseller(app, agency, "Harbour");
  agencys = await agency.ctx();
  theirs = await contextFor(app, seller.host, seller.owner.session);
  const add = (name: string, more = {}) => createCustomer(agencys, { name, parentId: seller.id, ...more });
  await add("Alpenhof", { email: "it@alps.example", externalId: "hof-1" });
  await add("Bergblick", { externalId: "Hof-2" });
  await createCustomer(agencys, { name: "Cafe 100%", externalId: "hof-3" });
  const off = await add("Dorfkrug");
  await deactivateCustomer(agencys, { id: off.id });
});
afterAll(() => app.close());

type Question = Parameters<typeof listCustomers>[1];
const names = async (ctx: Ctx, question: Question = {}) =>
  (await listCustomers(ctx, question)).customers.map(({ name }) => name);

describe("a search", () => {
  it.each([
    ["part of a name", "ergbl", ["Bergblick"]],
    ["a short beginning", "al", ["Alpenhof"]],
    ["part of an email", "alps.ex", ["Alpenhof"]],
    ["the beginning of an external id, as it is written", "hof-", ["Alpenhof", "Cafe 100%"]],
    ["a short one", "Ho", ["Alpenhof", "Bergblick"]],
    ["a pattern's own signs", "100%", ["Cafe 100%"]],
    ["nothing there is", "_lpenhof", []],
  ])("finds by %s", async (_what, search, found) => {
    expect(await names(agencys, { search })).toEqual(found);
    const own = found.filter((name) => name !== "Cafe 100%");
    expect(await names(theirs, { search })).toEqual(own);
  });

  it("finds by code, in either case", async () => {
    const [first] = (await listCustomers(agencys, {})).customers;
    for (const search of [first!.code, first!.code.toLowerCase().slice(0, 9)])
      expect(await names(agencys, { search })).toEqual(["Alpenhof"]);
  });

  it("finds more than the indexes are asked for by walking the order", async () => {
    const big = await newAgency(app);
    const ctx = await big.ctx();
    await app.admin.query(
      `insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name)
       select $1::uuid, i, 'customer', $1, $1, $1, i, 'CU-' || n, 'Crowd ' || lpad(n::text, 4, '0')
       from generate_series(1, 1005) n cross join lateral (select gen_random_uuid() i where n > 0) made`,
      [big.id],
    );
    expect(await names(ctx, { search: "crowd", limit: 2 })).toEqual(["Crowd 0001", "Crowd 0002"]);
    expect(await names(ctx, { search: "crowd", sort: "-name", limit: 1 })).toEqual(["Crowd 1005"]);
    expect(await names(ctx, { search: "crowd 09", limit: 1 })).toEqual(["Crowd 0900"]);
  });
});

describe("filters and orders", () => {
  it("narrow to a state, to one reseller, or to direct customers", async () => {
    expect(await names(agencys, { status: "inactive" })).toEqual(["Dorfkrug"]);
    expect(await names(agencys, { status: "active", parentId: seller.id })).toEqual([
      "Alpenhof",
      "Bergblick",
    ]);
    expect(await names(agencys, { parentId: agency.id })).toEqual(["Cafe 100%"]);
    expect(await names(theirs, { parentId: agency.id })).toEqual([]);
  });

  it("are by name or by when they came, both ways", async () => {
    const all = ["Alpenhof", "Bergblick", "Cafe 100%", "Dorfkrug"];
    expect(await names(agencys)).toEqual(all);
    expect(await names(agencys, { sort: "-name" })).toEqual(all.toReversed());
    expect(await names(agencys, { sort: "joined" })).toEqual(all);
    expect(await names(agencys, { sort: "-joined" })).toEqual(all.toReversed());
  });

  it.each(["name", "-name", "joined", "-joined", "expiry", "-expiry"] as const)(
    "page by %s, there and back",
    async (sort) => {
      const whole = await names(agencys, { sort });
      const first = await listCustomers(agencys, { sort, limit: 3 });
      const second = await listCustomers(agencys, { sort, limit: 3, cursor: first.next! });
      const back = await listCustomers(agencys, { sort, limit: 3, cursor: second.previous! });
      const shown = [first, second, back].map(({ customers }) => customers.map(({ name }) => name));
      expect(shown).toEqual([whole.slice(0, 3), whole.slice(3), whole.slice(0, 3)]);
      expect([first.previous, second.next, back.previous]).toEqual([null, null, null]);
    },
  );
});

it("names the seller to whoever is not the seller", async () => {
  const sellersOf = async (ctx: Ctx) =>
    (await listCustomers(ctx, {})).customers.map((row) => row.seller?.name ?? null);
  expect(await sellersOf(agencys)).toEqual(["Harbour", "Harbour", null, "Harbour"]);
  expect(await sellersOf(theirs)).toEqual([null, null, null]);
  const distributor = await newDistributor(app, agency);
  const below = await newResellerOf(app, agency, distributor, "Below");
  await createCustomer(agencys, { name: "Theirs", parentId: below.id });
  expect(await sellersOf(await distributor.ctx())).toEqual(["Below"]);
});

describe("the coming expiry", () => {
  const sell = async (market: Market, customerId: string, trialDays: number) =>
    createSubscription(await market.as.agency(), {
      ...{ customerId, planId: market.plans.agencys, currency: "EUR", interval: "month", trialDays },
    });
  const expiries = async (ctx: Ctx, sort: "expiry" | "-expiry", more = {}) =>
    (await listCustomers(ctx, { sort, ...more })).customers.map(({ name, comingExpiry }) => [
      name,
      comingExpiry,
    ]);

  it("orders the list, whoever has none last, and follows each sale and each renewal", async () => {
    const market = await newMarket(app);
    const { direct, ofAgent } = market.customers;
    await sell(market, direct, 20);
    await sell(market, ofAgent, 9);
    await sell(market, ofAgent, 30);
    const ctx = await market.as.agency();
    const order = [
      ["Cove Cafe", "2027-03-19"],
      ["Direct Dental", "2027-03-30"],
      ["Harbour Hotel", null],
    ];
    expect(await expiries(ctx, "expiry")).toEqual(order);
    expect(await expiries(ctx, "-expiry")).toEqual(order.toReversed());
    expect(await expiries(ctx, "expiry", { parentId: market.agent.id })).toEqual(order.slice(0, 1));
    expect(await expiries(await market.as.agent(), "expiry")).toEqual(order.slice(0, 1));

    await market.at("2027-03-19T12:00:00Z");
    const worker = openPool({ url: app.workerUrl, max: 1, onConnectionError: () => {} });
    await carryOnSubscriptions(worker).finally(() => worker.end());
    expect((await expiries(await market.as.agency(), "expiry")).slice(0, 2)).toEqual([
      ["Direct Dental", "2027-03-30"],
      ["Cove Cafe", "2027-04-09"],
    ]);
  });

  it("counts every one of two sales at once", async () => {
    const market = await newMarket(app);
    const { direct } = market.customers;
    await Promise.all([30, 9, 25, 12].map((days) => sell(market, direct, days)));
    expect((await expiries(await market.as.agency(), "expiry"))[0]).toEqual(["Direct Dental", "2027-03-19"]);
  });

  it("is not a distributor's to sort by", async () => {
    const distributor = await newDistributor(app, agency);
    await expect(listCustomers(await distributor.ctx(), { sort: "expiry" })).rejects.toMatchObject({
      code: "kind_forbidden",
    });
  });

  it("is walked in an index, ten thousand customers or not", async () => {
    const big = await newAgency(app);
    await app.admin.query(
      `with made as (
        insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name)
        select $1::uuid, i, 'customer', $1, $1, $1, i, 'CU-' || n, 'Crowd ' || n
        from generate_series(1, 10000) n cross join lateral (select gen_random_uuid() i where n > 0) one
        returning id)
       insert into customers (agency_id, id, distributor_id, reseller_id, customer_id, coming_expiry)
       select $1, id, $1, $1, id, '2027-01-01'::date + (row_number() over () % 400)::int from made`,
      [big.id],
    );
    await app.admin.query("analyze accounts, customers");
    const ctx = await big.ctx();
    const first = await listCustomers(ctx, { sort: "expiry", limit: 25 });
    const second = await listCustomers(ctx, { sort: "expiry", limit: 25, cursor: first.next! });
    expect([...first.customers, ...second.customers].map((row) => row.comingExpiry)).toEqual(
      Array(25).fill("2027-01-01").concat(Array(25).fill("2027-01-02")),
    );
    const scope = { agency: big.id, kind: "agency", account: big.id } as const;
    const plan = await inTenant(app.pool, scope, (tx) =>
      tx.execute<{ "QUERY PLAN": string }>(sql`
        explain (analyze, costs off)
        select a.id, c.coming_expiry from accounts a
        join accounts s on s.agency_id = a.agency_id and s.id = a.parent_id
        left join customers c on c.agency_id = a.agency_id and c.id = a.id
        where a.agency_id = ${big.id} and a.kind = 'customer' and a.archived_at is null and c.coming_expiry is not null
          and (c.coming_expiry, c.id) > ('2027-06-01', ${big.id}::uuid)
        order by c.coming_expiry, c.id limit 26`),
    );
    const text = plan.rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(text).toContain("customers_by_expiry");
    expect(text).not.toMatch(/Sort|Seq Scan/);
  });
});
