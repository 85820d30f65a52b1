import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "../kernel/ctx.ts";
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

  it.each(["name", "-name", "joined", "-joined"] as const)("page by %s, there and back", async (sort) => {
    const whole = await names(agencys, { sort });
    const first = await listCustomers(agencys, { sort, limit: 3 });
    const second = await listCustomers(agencys, { sort, limit: 3, cursor: first.next! });
    const back = await listCustomers(agencys, { sort, limit: 3, cursor: second.previous! });
    const shown = [first, second, back].map(({ customers }) => customers.map(({ name }) => name));
    expect(shown).toEqual([whole.slice(0, 3), whole.slice(3), whole.slice(0, 3)]);
    expect([first.previous, second.next, back.previous]).toEqual([null, null, null]);
  });
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
