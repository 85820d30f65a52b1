import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveReseller } from "../resellers/archive.ts";
import { createReseller } from "../resellers/create.ts";
import { readReseller } from "../resellers/read.ts";
import { letters } from "../testing/agency.ts";
import {
  type Agency,
  contextFor,
  newAgency,
  newReseller,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { archivePlan } from "./archive.ts";
import { createPlan } from "./create.ts";
import { duplicatePlan } from "./duplicate.ts";
import { listPlans } from "./list.ts";
import { publishPlan } from "./publish.ts";
import { readPlan } from "./read.ts";
import { restorePlan } from "./restore.ts";
import { updatePlan } from "./update.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
}, 60_000);
afterAll(() => app.close());

const messages = (includedUnits: number) => ({
  prices: [{ currency: "EUR", interval: "month" as const, amountMinor: 4_900 }],
  meters: [
    {
      meter: "messages",
      includedUnits,
      blockUnits: 100,
      overages: [{ currency: "EUR", amountMinor: 90, costMinor: 30 }],
    },
  ],
});

async function newPlan(terms = messages(1_000)) {
  const made = await createPlan(await agency.ctx(), { name: letters(12), terms });
  await publishPlan(await agency.ctx(), { id: made.id });
  return made;
}

async function resellerOf(type: "own_plans" | "commission") {
  const reseller = await newReseller(app, agency);
  if (type === "commission")
    await app.admin.query("update resellers set type = 'commission' where id = $1", [reseller.id]);
  return { ...reseller, ctx: () => contextFor(app, reseller.host, reseller.owner.session) };
}

describe("versions", () => {
  it("a published version never changes, and nobody on it is moved by the next", async () => {
    const ctx = await agency.ctx();
    const { id } = await newPlan();
    const made = await createReseller(ctx, { ...resellerInput(letters(12)), planId: id });
    await updatePlan(ctx, { id, terms: messages(5_000) });
    const before = await readPlan(ctx, { id });
    expect(before.draft?.meters[0]?.includedUnits).toBe(5_000);
    expect(before.versions.map(({ number, terms }) => [number, terms.meters[0]?.includedUnits])).toEqual([
      [1, 1_000],
    ]);
    expect((await publishPlan(ctx, { id })).version).toBe(2);
    const { plan } = await readReseller(ctx, { id: made.id });
    expect(plan).toMatchObject({ id, version: 1, allowances: [{ meter: "messages", includedUnits: 1_000 }] });
    const next = await createReseller(ctx, { ...resellerInput(letters(12)), planId: id });
    expect((await readReseller(ctx, { id: next.id })).plan).toMatchObject({ version: 2 });
    const after = await readPlan(ctx, { id });
    expect(after.versions.map(({ number, resellers }) => [number, resellers])).toEqual([
      [2, 1],
      [1, 1],
    ]);
    expect(after.draft).toBeNull();
  });

  it("the database lets nobody change or remove what a version says", async () => {
    const rights = await app.admin.query(
      `select distinct privilege_type as right from information_schema.column_privileges
       where table_name in ('plan_versions', 'plan_prices', 'plan_meters', 'plan_overages')
         and grantee in ('tn_agency', 'tn_reseller', 'tn_distributor')`,
    );
    expect(rights.rows.map((row) => row.right).sort()).toEqual(["INSERT", "SELECT"]);
  });

  it("is published once, however many publish at the same time", async () => {
    const { id } = await createPlan(await agency.ctx(), { name: letters(12), terms: messages(1) });
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, async () => publishPlan(await agency.ctx(), { id })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refusals = all.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(new Set(refusals)).toEqual(new Set(["plan_no_draft"]));
    expect((await readPlan(await agency.ctx(), { id })).versions).toHaveLength(1);
  });

  it("refuses to publish without a draft, and terms that contradict themselves", async () => {
    const ctx = await agency.ctx();
    const { id } = await newPlan();
    await expect(publishPlan(ctx, { id })).rejects.toMatchObject({ code: "plan_no_draft" });
    const wrong = { meter: "messages", includedUnits: 10, softCapUnits: 9, hardCapUnits: 5 };
    await expect(updatePlan(ctx, { id, terms: { meters: [wrong] } })).rejects.toMatchObject({
      fields: [
        { pointer: "/terms/meters/0/hardCapUnits", code: "hard_cap_low" },
        { pointer: "/terms/meters/0/softCapUnits", code: "soft_cap_high" },
      ],
    });
    const unknown = { meter: "carrots", includedUnits: 10 };
    await expect(updatePlan(ctx, { id, terms: { meters: [unknown] } })).rejects.toMatchObject({
      fields: [{ pointer: "/terms/meters/0/meter", code: "meter_unknown" }],
    });
  });
});

describe("the noun", () => {
  it("keeps names apart while they live, duplicates, archives and restores", async () => {
    const ctx = await agency.ctx();
    const { id, name } = await newPlan();
    await expect(createPlan(ctx, { name: name.toUpperCase() })).rejects.toMatchObject({
      fields: [{ pointer: "/name", code: "plan_name_taken" }],
    });
    const copy = await duplicatePlan(ctx, { id, name: `${name} copy` });
    expect(await readPlan(ctx, { id: copy.id })).toMatchObject({
      draft: messages(1_000),
      versions: [],
      visibility: "none",
    });
    expect(await archivePlan(ctx, { id })).toMatchObject({ resellers: 0 });
    await expect(createReseller(ctx, { ...resellerInput(letters(12)), planId: id })).rejects.toMatchObject({
      fields: [{ pointer: "/planId", code: "plan_unknown" }],
    });
    await expect(
      createReseller(ctx, { ...resellerInput(letters(12)), planId: copy.id }),
    ).rejects.toMatchObject({ fields: [{ pointer: "/planId", code: "plan_unknown" }] });
    const again = await createPlan(ctx, { name });
    await expect(restorePlan(ctx, { id })).rejects.toMatchObject({
      fields: [{ pointer: "/name", code: "plan_name_taken" }],
    });
    await updatePlan(ctx, { id: again.id, name: `${name} two` });
    expect((await restorePlan(ctx, { id })).name).toBe(name);
  });

  it("always has one default, which cannot be archived", async () => {
    const ctx = await agency.ctx();
    const { id } = await newPlan();
    await updatePlan(ctx, { id, isDefault: true });
    const { plans } = await listPlans(ctx, { state: "all" });
    expect(plans.filter((plan) => plan.isDefault).map((plan) => plan.id)).toEqual([id]);
    await expect(archivePlan(ctx, { id })).rejects.toMatchObject({ code: "plan_is_default" });
    const unpublished = await createPlan(ctx, { name: letters(12) });
    await expect(updatePlan(ctx, { id: unpublished.id, isDefault: true })).rejects.toMatchObject({
      code: "plan_unpublished",
    });
    const made = await createReseller(ctx, resellerInput(letters(12)));
    expect((await readReseller(ctx, { id: made.id })).plan?.id).toBe(id);
  });

  it("lists by search, state and order, page by page to and fro", async () => {
    const own = await newAgency(app);
    const ctx = await own.ctx();
    for (const name of ["Delta", "alpha", "Charlie", "bravo"])
      await createPlan(ctx, { name, internalName: "x1" });
    const names = (page: Awaited<ReturnType<typeof listPlans>>) => page.plans.map(({ name }) => name);
    expect(names(await listPlans(ctx, { search: "X1" }))).toEqual(["alpha", "bravo", "Charlie", "Delta"]);
    expect(names(await listPlans(ctx, { state: "unpublished" }))).toHaveLength(4);
    expect(names(await listPlans(ctx, { state: "live" }))).toEqual(["Growth", "Starter"]);
    const first = await listPlans(ctx, { sort: "-name", limit: 4 });
    expect(names(first)).toEqual(["Starter", "Growth", "Delta", "Charlie"]);
    expect(first.previous).toBeNull();
    const second = await listPlans(ctx, { sort: "-name", limit: 4, cursor: first.next ?? "" });
    expect([names(second), second.next]).toEqual([["bravo", "alpha"], null]);
    const back = await listPlans(ctx, { sort: "-name", limit: 4, cursor: second.previous ?? "" });
    expect(names(back)).toEqual(names(first));
    await expect(listPlans(ctx, { sort: "name", cursor: first.next ?? "" })).rejects.toMatchObject({
      fields: [{ pointer: "/cursor", code: "cursor_foreign" }],
    });
  });
});

describe("what reaches a reseller (p4)", () => {
  it("one with plans of its own sees its own and the version it is on, nothing else of the agency's", async () => {
    const secret = await newPlan();
    const { ctx } = await resellerOf("own_plans");
    const page = await listPlans(await ctx(), {});
    expect(page.plans).toEqual([]);
    expect(page.pinned?.terms.meters.length).toBeGreaterThan(0);
    await expect(readPlan(await ctx(), { id: secret.id })).rejects.toMatchObject({ code: "not_found" });
    const own = await createPlan(await ctx(), { name: "Mine", terms: messages(10) });
    await publishPlan(await ctx(), { id: own.id });
    expect((await listPlans(await ctx(), {})).plans).toMatchObject([
      { id: own.id, version: 1, resellers: null },
    ]);
    expect((await listPlans(await agency.ctx(), {})).plans.map(({ id }) => id)).not.toContain(own.id);
  });

  it("its plans are its own: the agency reads them, a sibling finds none, and neither changes them", async () => {
    const one = await resellerOf("own_plans");
    const sibling = await resellerOf("own_plans");
    const { id } = await createPlan(await one.ctx(), { name: "Mine" });
    const seen = await listPlans(await agency.ctx(), { accountId: one.id });
    expect(seen.plans.map((plan) => plan.id)).toEqual([id]);
    await expect(updatePlan(await agency.ctx(), { id, name: "Ours" })).rejects.toMatchObject({
      code: "kind_forbidden",
    });
    for (const verb of [updatePlan, publishPlan, archivePlan, readPlan])
      await expect(verb(await sibling.ctx(), { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(
      createReseller(await agency.ctx(), { ...resellerInput(letters(12)), planId: id }),
    ).rejects.toMatchObject({ fields: [{ code: "plan_unknown" }] });
  });

  it("counts on a plan the resellers that its list shows", async () => {
    const ctx = await agency.ctx();
    const plan = await newPlan();
    const count = async () => (await readPlan(ctx, { id: plan.id })).versions[0]?.resellers;
    const made = await createReseller(ctx, { ...resellerInput(letters(12)), planId: plan.id });
    expect(await count()).toBe(1);
    await archiveReseller(ctx, { id: made.id });
    expect(await count()).toBe(0);
  });

  it("one on commission sees what is published to it without its cost, and makes no plan", async () => {
    const ctx = await agency.ctx();
    const open = await newPlan();
    const hidden = await newPlan();
    await updatePlan(ctx, { id: hidden.id, visibility: "none" });
    const chosen = await newPlan();
    const seller = await resellerOf("commission");
    const ids = async () => (await listPlans(await seller.ctx(), {})).plans.map(({ id }) => id);
    expect(await ids()).toContain(open.id);
    expect(await ids()).not.toContain(hidden.id);
    await updatePlan(ctx, { id: chosen.id, visibility: "chosen", audience: [] });
    expect(await ids()).not.toContain(chosen.id);
    const nobody = { id: chosen.id, audience: [seller.id, agency.id] };
    await expect(updatePlan(ctx, nobody)).rejects.toMatchObject({
      fields: [{ pointer: "/audience/1", code: "account_unknown" }],
    });
    expect(await ids()).not.toContain(chosen.id);
    await updatePlan(ctx, { id: chosen.id, audience: [seller.id] });
    expect(await ids()).toContain(chosen.id);
    const { versions, internalName } = await readPlan(await seller.ctx(), { id: open.id });
    expect(versions[0]?.terms.meters[0]?.overages).toEqual([
      { currency: "EUR", amountMinor: 90, costMinor: null },
    ]);
    expect(internalName).toBe("");
    await expect(createPlan(await seller.ctx(), { name: "Mine" })).rejects.toMatchObject({
      code: "kind_forbidden",
    });
  });
});
