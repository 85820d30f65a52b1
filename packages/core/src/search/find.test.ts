import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "../customers/create.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { archiveReseller } from "../resellers/archive.ts";
import {
  type Agency,
  asUpline,
  contextFor,
  newAgency,
  newDistributor,
  newReseller,
  newResellerOf,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import type { Reseller } from "../testing/reseller.ts";
import { findAnywhere } from "./find.ts";
import { findStatement, type SearchedKind, type SearchScope, searchValues } from "./find-sql.ts";

let app: TestApp;
let agency: Agency;
let agencys: Ctx;
let reseller: Reseller;
let theirs: Ctx;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
  agencys = await agency.ctx();
  reseller = await newReseller(app, agency, "Zebra & Søn 100%");
  theirs = await contextFor(app, reseller.host, reseller.owner.session);
});
afterAll(() => app.close());

const names = async (ctx: Ctx, search: string, limit?: number) => {
  const { resellers, customers } = await findAnywhere(ctx, { search, limit });
  return {
    resellers: resellers?.hits.map(({ name }) => name),
    customers: customers?.hits.map(({ name }) => name),
  };
};

describe("finds", () => {
  it("resellers by name, e-mail, code and login domain, a pattern's signs taken literally", async () => {
    const found = await findAnywhere(agencys, { search: reseller.owner.email });
    const [hit] = found.resellers!.hits;
    expect(hit).toMatchObject({ id: reseller.id, host: reseller.host, status: "active" });
    for (const search of [
      "zeb",
      "Z",
      "SØN",
      "søn 100%",
      hit!.code,
      hit!.code.toLowerCase(),
      reseller.loginDomain,
    ])
      expect((await names(agencys, search)).resellers, search).toEqual(["Zebra & Søn 100%"]);
    for (const search of ["1_0%", "ebra & S_n", "øn", "PB-", "%"])
      expect((await names(agencys, search)).resellers, search).toEqual([]);
  });

  it("customers by external id and says who sells to them, ids before names before parts of names", async () => {
    const parentId = reseller.id;
    await createCustomer(agencys, { name: "Old Inn", parentId, externalId: "x-1" });
    await createCustomer(agencys, { name: "Innsbruck Lodge", parentId });
    await createCustomer(agencys, { name: "Last", externalId: "Inn" });
    const { customers } = await findAnywhere(agencys, { search: "Inn" });
    expect(customers!.hits.map(({ name, seller }) => [name, seller?.name ?? null])).toEqual([
      ["Last", null],
      ["Innsbruck Lodge", "Zebra & Søn 100%"],
      ["Old Inn", "Zebra & Søn 100%"],
    ]);
    expect((await names(agencys, "x-1")).customers).toEqual(["Old Inn"]);
    const few = await findAnywhere(agencys, { search: "inn", limit: 1 });
    expect([few.customers!.hits.length, few.customers!.more]).toEqual([1, true]);
  });

  it("for a reseller its own customers and nobody else's", async () => {
    const sibling = await newReseller(app, agency);
    const alien = await newAgency(app);
    await createCustomer(agencys, { name: "Kiosk mine", parentId: reseller.id, externalId: "kiosk-1" });
    await createCustomer(agencys, { name: "Kiosk theirs", parentId: sibling.id, externalId: "kiosk-2" });
    await createCustomer(agencys, { name: "Kiosk direct", externalId: "kiosk-3" });
    await createCustomer(await alien.ctx(), { name: "Kiosk foreign", externalId: "kiosk-4" });
    for (const search of ["kiosk", "k", "kiosk-", "CU-", "iosk"]) {
      const { resellers, customers } = await names(theirs, search, 50);
      expect(resellers, search).toBeUndefined();
      expect(customers, search).toContain("Kiosk mine");
      expect(
        customers!.filter((name) => !["Kiosk mine", "Old Inn", "Innsbruck Lodge"].includes(name)),
        search,
      ).toEqual([]);
    }
    expect((await names(agencys, "kiosk")).customers).toEqual(["Kiosk direct", "Kiosk mine", "Kiosk theirs"]);
  });

  it.each(["distributor", "reseller"] as const)(
    "for a %s the resellers beneath it and no others",
    async (kind) => {
      const newUpline = async () =>
        kind === "distributor"
          ? newDistributor(app, agency, { name: "Kumquat Upline" })
          : asUpline(app, agency, await newReseller(app, agency, "Kumquat Upline"));
      const [upline, sibling, alien] = [await newUpline(), await newUpline(), await newAgency(app)];
      const mine = await newResellerOf(app, agency, upline, "Kumquat mine");
      const gone = await newResellerOf(app, agency, upline, "Kumquat gone");
      await archiveReseller(await upline.ctx(), { id: gone.id });
      const theirs = await newResellerOf(app, agency, sibling, "Kumquat theirs");
      const direct = await newReseller(app, agency, "Kumquat direct");
      await newReseller(app, alien, "Kumquat foreign");
      await createCustomer(agencys, { name: "Kumquat Inn", parentId: mine.id });
      const found = await findAnywhere(await upline.ctx(), { search: mine.owner.email });
      expect(found.resellers!.hits).toMatchObject([{ id: mine.id, host: mine.host, status: "active" }]);
      const { code } = found.resellers!.hits[0]!;
      for (const search of ["kumquat", "K", "quat m", code, code.toLowerCase(), mine.loginDomain, "PA-"])
        expect((await names(await upline.ctx(), search)).resellers, search).toEqual(["Kumquat mine"]);
      for (const { owner, loginDomain } of [theirs, direct, gone, sibling, upline])
        for (const search of [owner.email, loginDomain])
          expect((await names(await upline.ctx(), search)).resellers, search).toEqual([]);
      for (const search of ["umq%", "Kumquat %", "umquat_mine", "at"])
        expect((await names(await upline.ctx(), search)).resellers, search).toEqual([]);
    },
  );

  it("nothing that is archived", async () => {
    const gone = await newReseller(app, agency, "Gone with the wind");
    await archiveReseller(agencys, { id: gone.id });
    for (const search of ["gone", "wind", gone.loginDomain])
      expect((await names(agencys, search)).resellers, search).toEqual([]);
  });
});

describe("among 100,000 accounts", () => {
  let crowded: Agency;
  let seller: Reseller;
  beforeAll(async () => {
    crowded = await newAgency(app);
    seller = await newReseller(app, crowded, "Seller");
    await crowd(crowded, seller.id, 50_000);
  }, 120_000);

  it.each([
    ["reseller", "agency"],
    ["customer", "agency"],
    ["customer", "reseller"],
  ] as const)("finds a %s from the %s's scope without looking at them one by one", async (kind, scope) => {
    for (const search of ["Crowd 04999", "c", "PA-00", "CU-00", "crowd", "049998", "e-1"]) {
      const { rows, scanned } = await looked(kind, scope, search);
      expect(scanned, `${search} looked at ${rows} rows`).toEqual([]);
      expect(rows, search).toBeLessThan(5_000);
    }
  });

  /** How many rows the plan's scans gave or threw away, and which tables were read from end to end. */
  async function looked(kind: SearchedKind, scope: SearchScope, search: string) {
    const client = await app.pool.connect();
    try {
      await client.query("begin");
      await client.query("select app.enter($1, $2, $3)", [
        crowded.id,
        scope,
        scope === "agency" ? crowded.id : seller.id,
      ]);
      const values = [crowded.id, 7, ...searchValues(search)];
      const { rows } = await client.query(
        `explain (analyze, format json) ${findStatement(kind, scope)}`,
        values,
      );
      return readPlan(rows[0]["QUERY PLAN"][0].Plan);
    } finally {
      await client.query("rollback");
      client.release();
    }
  }

  interface Plan {
    "Node Type": string;
    "Relation Name"?: string;
    "Actual Rows": number;
    "Actual Loops": number;
    "Rows Removed by Filter"?: number;
    Plans?: Plan[];
  }
  function readPlan(plan: Plan): { rows: number; scanned: string[] } {
    const below = (plan.Plans ?? []).map(readPlan);
    const removed = plan["Rows Removed by Filter"] ?? 0;
    const own = plan["Relation Name"] ? (plan["Actual Rows"] + removed) * plan["Actual Loops"] : 0;
    return {
      rows: own + below.reduce((sum, { rows }) => sum + rows, 0),
      scanned: [
        ...(plan["Node Type"] === "Seq Scan" ? [plan["Relation Name"]!] : []),
        ...below.flatMap(({ scanned }) => scanned),
      ],
    };
  }
});

/** As many resellers, and as many customers of one of them, all named alike. */
async function crowd(agency: Agency, sellerId: string, count: number): Promise<void> {
  const copies = `
    insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name, email,
      external_id)
    select a.agency_id, made, $4, case $4 when 'customer' then a.id else a.parent_id end, a.distributor_id,
      case $4 when 'customer' then a.id else made end, case $4 when 'customer' then made else a.customer_id end,
      $5 || lpad(n::text, 9, '0'), 'Crowd ' || lpad(n::text, 6, '0'), 'c' || n || '@crowd.example', $4 || 'e-' || n
    from accounts a, lateral (select gen_random_uuid() as made, n from generate_series(1, $3::int) n) copy
    where a.agency_id = $1 and a.id = $2`;
  const client = await app.admin.connect();
  try {
    // Copies of what is there need not be checked row by row.
    await client.query("set session_replication_role = replica");
    await client.query(copies, [agency.id, sellerId, count, "reseller", "PA-"]);
    await client.query(copies, [agency.id, sellerId, count, "customer", "CU-"]);
    await client.query(
      `insert into hostnames (host, agency_id, account_id, kind, distributor_id, reseller_id)
       select 'crowd' || translate(replace(id::text, '-', ''), '0123456789', 'ghijklmnop') || '.partner.localhost', agency_id,
         id, 'login', distributor_id, id
       from accounts where agency_id = $1 and kind = 'reseller' and id <> $2`,
      [agency.id, sellerId],
    );
    await client.query("reset session_replication_role");
  } finally {
    client.release();
  }
  await app.admin.query("analyze accounts");
  await app.admin.query("analyze hostnames");
}
