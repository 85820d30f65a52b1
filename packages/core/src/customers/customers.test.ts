import { inTenant } from "@tenantry/db";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAccess } from "../access/read.ts";
import type { Ctx } from "../kernel/ctx.ts";
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
import { decideUsage, foldUsage, ingestUsage, usageByCustomer } from "../usage/index.ts";
import { activateCustomer } from "./activate.ts";
import { createCustomer } from "./create.ts";
import { deactivateCustomer } from "./deactivate.ts";
import { readCustomer } from "./read.ts";
import { updateCustomer } from "./update.ts";

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
});
afterAll(() => app.close());

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
const entriesOf = async (id: string) =>
  (
    await app.admin.query(
      `select action, before, after, reseller_id as "resellerId" from audit_entries
       where object_id = $1 and action <> 'customer.create' order by at, id`,
      [id],
    )
  ).rows;

describe.each(["agency", "reseller"] as const)("as the %s", (who) => {
  const ctx = () => (who === "agency" ? agencys : theirs);
  const made = async (name: string) => (await createCustomer(agencys, { name, parentId: seller.id })).id;

  it("changes what is given and nothing else, and tells what it was", async () => {
    const id = await made("Inn");
    await updateCustomer(ctx(), { id, email: "it@inn.example", country: "AT" });
    await updateCustomer(ctx(), { id, name: "Inn & Lodge", externalId: `inn-${who}` });
    await updateCustomer(ctx(), { id, email: null });
    expect(await readCustomer(ctx(), { id })).toMatchObject({
      ...{ name: "Inn & Lodge", email: null, externalId: `inn-${who}`, country: "AT", status: "active" },
      seller: who === "agency" ? { id: seller.id, name: "Harbour" } : null,
    });
    const entries = await entriesOf(id);
    expect(entries.map(({ after }) => after)).toEqual([
      { email: "it@inn.example", country: "AT" },
      { name: "Inn & Lodge", externalId: `inn-${who}` },
      { email: null },
    ]);
    expect(entries.at(-1)).toMatchObject({
      before: { name: "Inn & Lodge", email: "it@inn.example" },
      resellerId: seller.id,
    });
  });

  it("leaves no trace of a save that changes nothing, and loses no change of somebody else's", async () => {
    const id = await made("Inn");
    const { updatedAt } = await readCustomer(ctx(), { id });
    await updateCustomer(ctx(), { id, name: "Inn", email: null, updatedAt });
    expect(await entriesOf(id)).toEqual([]);
    await updateCustomer(ctx(), { id, name: "Lodge", updatedAt });
    expect(await code(updateCustomer(ctx(), { id, name: "Hotel", updatedAt }))).toBe("conflict");
    expect((await readCustomer(ctx(), { id })).name).toBe("Lodge");
  });

  it("gives no two customers of one seller the same external id", async () => {
    const [first, second] = [await made("One"), await made("Two")];
    await updateCustomer(ctx(), { id: first, externalId: `same-${who}` });
    expect(await code(updateCustomer(ctx(), { id: second, externalId: `same-${who}` }))).toBe(
      "external_id_taken",
    );
  });

  it("deactivates and activates once, however often it is asked", async () => {
    const id = await made("Inn");
    const off = { id, name: "Inn", status: "inactive", people: 0 };
    expect(await deactivateCustomer(ctx(), { id })).toEqual({ ...off, changed: true });
    expect(await deactivateCustomer(ctx(), { id })).toEqual({ ...off, changed: false });
    expect((await readCustomer(ctx(), { id })).status).toBe("inactive");
    expect((await activateCustomer(ctx(), { id })).changed).toBe(true);
    expect((await activateCustomer(ctx(), { id })).changed).toBe(false);
    expect((await entriesOf(id)).map(({ action, before, after }) => [action, before, after])).toEqual([
      ["customer.deactivate", { status: "active" }, { status: "inactive", people: 0 }],
      ["customer.activate", { status: "inactive" }, { status: "active", people: 0 }],
    ]);
  });

  it("finds nobody else's", async () => {
    const alien = await newAgency(app);
    const strangers = [(await createCustomer(await alien.ctx(), { name: "Far" })).id, seller.id];
    if (who === "reseller") {
      const sibling = await newReseller(app, agency);
      strangers.push((await createCustomer(agencys, { name: "Next door", parentId: sibling.id })).id);
      strangers.push((await createCustomer(agencys, { name: "Direct" })).id);
    }
    for (const id of strangers)
      for (const verb of [
        () => readCustomer(ctx(), { id }),
        () => updateCustomer(ctx(), { id, name: "Mine" }),
        () => deactivateCustomer(ctx(), { id }),
        () => activateCustomer(ctx(), { id }),
      ])
        expect(await code(verb())).toBe("not_found");
  });
});

describe("an upline", () => {
  it.each(["distributor", "reseller"] as const)(
    "that is a %s changes no customer beneath it",
    async (kind) => {
      const upline =
        kind === "distributor"
          ? await newDistributor(app, agency)
          : await asUpline(app, agency, await newReseller(app, agency));
      const own = await newResellerOf(app, agency, upline);
      const { id } = await createCustomer(agencys, { name: "Below", parentId: own.id });
      const ctx = await upline.ctx();
      const refusal = kind === "distributor" ? "kind_forbidden" : "not_found";
      expect(await code(updateCustomer(ctx, { id, name: "Mine" }))).toBe(refusal);
      expect(await code(deactivateCustomer(ctx, { id }))).toBe(refusal);
      expect(await readCustomer(agencys, { id })).toMatchObject({ name: "Below", status: "active" });
    },
  );
});

describe("an inactive customer", () => {
  it("is not served, and what it uses counts on", async () => {
    const { id } = await createCustomer(agencys, { name: "Inn", parentId: seller.id });
    await deactivateCustomer(theirs, { id });
    expect(await readAccess(agencys, { account: id })).toMatchObject({
      ...{ allowed: false, reason: "deactivated", newBusiness: false },
    });
    const ask = { accountId: id, meter: "messages", quantity: 1 };
    expect(await decideUsage(agencys, ask)).toMatchObject({ decision: "deny", reason: "deactivated" });
    const at = agencys.now.toISOString();
    const event = { source: "t", eventId: id, meter: "messages", accountId: id, quantity: 7, at };
    expect(await ingestUsage(agencys, event)).toMatchObject({ accepted: 1 });
    await foldUsage(app.pool, agency.id);
    for (const ctx of [agencys, theirs])
      expect(await usageByCustomer(ctx, { ids: [id, seller.id] })).toEqual({
        ...{ meter: "messages", customers: [{ id, used: 7 }] },
      });
    await activateCustomer(theirs, { id });
    expect(await readAccess(agencys, { account: id })).toMatchObject({ allowed: true, newBusiness: true });
  });
});

describe("the wall behind it", () => {
  const inSeller = (text: ReturnType<typeof sql>) =>
    inTenant(app.pool, { agency: agency.id, kind: "reseller", account: seller.id }, (tx) => tx.execute(text));
  const stored = async (id: string) =>
    (await app.admin.query("select name, status from accounts where id = $1", [id])).rows[0];

  it("lets a reseller write neither itself, nor a sibling's or the agency's customer, whatever it is asked", async () => {
    const sibling = await newReseller(app, agency);
    const others = [
      ...[seller.id, sibling.id, agency.id],
      (await createCustomer(agencys, { name: "Next door", parentId: sibling.id })).id,
      (await createCustomer(agencys, { name: "Direct" })).id,
    ];
    for (const id of others) {
      const before = await stored(id);
      await inSeller(sql`select app.change_customer(${id}, '{"name": "Mine"}')`);
      await inSeller(sql`select app.set_customer_status(${id}, 'locked', 30)`);
      expect(await stored(id)).toEqual(before);
    }
    const own = (await createCustomer(agencys, { name: "Own", parentId: seller.id })).id;
    await inSeller(sql`select app.change_customer(${own}, '{"name": "Renamed"}')`);
    expect((await stored(own)).name).toBe("Renamed");
  });

  it("gives its role no right to names and states of accounts", async () => {
    for (const change of [sql`status = 'active'`, sql`name = 'Mine'`])
      await expect(inSeller(sql`update accounts set ${change} where id = ${seller.id}`)).rejects.toThrow();
  });
});
