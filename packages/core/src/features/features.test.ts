import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAccess } from "../access/read.ts";
import { createCustomer } from "../customers/create.ts";
import type { App, Ctx } from "../kernel/ctx.ts";
import { createPlan } from "../plans/create.ts";
import { publishPlan } from "../plans/publish.ts";
import { changePlan } from "../resellers/change-plan.ts";
import { contextFor } from "../testing/context.ts";
import {
  type Agency,
  newAgency,
  newReseller,
  openTestApp,
  type Reseller,
  type TestApp,
} from "../testing/index.ts";
import { announceFeature } from "./announce.ts";
import { archiveFeature } from "./archive.ts";
import { chooseForFeature } from "./choose.ts";
import { createFeature } from "./create.ts";
import { listFeatures } from "./list.ts";
import { listFeatureAccounts } from "./list-accounts.ts";
import { featuresOf } from "./of-account.ts";
import { previewRelease } from "./preview-release.ts";
import { previewWithdrawal } from "./preview-withdrawal.ts";
import { readFeature } from "./read.ts";
import { releaseFeature } from "./release.ts";
import { restoreFeature } from "./restore.ts";
import { updateFeature } from "./update.ts";
import { withdrawFeature } from "./withdraw.ts";

let app: TestApp;
let worker: App;
let agency: Agency;
let resellers: Reseller[];
let ctx: Ctx;
beforeAll(async () => {
  app = await openTestApp();
  worker = { ...app, pool: openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} }) };
  agency = await newAgency(app);
  resellers = [];
  for (const name of ["Alder", "Birch", "Cedar"]) resellers.push(await newReseller(app, agency, name));
  ctx = await agency.ctx();
});
afterAll(async () => {
  await worker.pool.end();
  await app.close();
});

let made = 0;
async function newFeature(key = `feature_${made++}`) {
  return (await createFeature(ctx, { key, name: `Feature ${key}` })).id;
}
const asReseller = ({ host, owner }: Reseller) => contextFor(app, host, owner.session);
const hasIt = async (id: string, account: string) => {
  const { key } = await readFeature(ctx, { id });
  return (await readAccess(ctx, { account })).features?.includes(key);
};
const holders = async (id: string) =>
  (await listFeatureAccounts(ctx, { id, has: "yes" })).accounts.map(({ name }) => name);

describe("a feature", () => {
  it("is off for everybody until it is released, and its key is never given again", async () => {
    const id = await newFeature("smart_replies");
    expect(await holders(id)).toEqual([]);
    expect(await hasIt(id, resellers[0]!.id)).toBe(false);
    await archiveFeature(ctx, { id });
    await expect(createFeature(ctx, { key: "smart_replies", name: "Again" })).rejects.toMatchObject({
      fields: [{ pointer: "/key", code: "feature_key_taken" }],
    });
    await expect(updateFeature(ctx, { id, name: "Other" })).rejects.toMatchObject({ code: "conflict" });
    await restoreFeature(ctx, { id });
    expect(await updateFeature(ctx, { id, name: "Other" })).toEqual({ id, name: "Other" });
    expect(await readFeature(ctx, { id })).toMatchObject({ archivedAt: null });
    expect((await readFeature(ctx, { id })).withdrawnAt).not.toBeNull();
  });

  it("says before it is released how many get it, and releases to exactly those", async () => {
    const id = await newFeature();
    for (const percent of [10, 35, 60, 100]) {
      const asked = { id, reach: "percentage" as const, percent };
      const before = await holders(id);
      const preview = await previewRelease(ctx, asked);
      const done = await releaseFeature(ctx, asked);
      expect(done).toMatchObject({ gaining: preview.gaining, losing: 0 });
      const after = await holders(id);
      // Raising a percentage takes it from nobody.
      expect(after).toEqual(expect.arrayContaining(before));
      expect(after).toEqual([...before, ...preview.accounts.map(({ name }) => name)].sort());
      expect(preview.keeping).toBe(before.length);
    }
    expect(await holders(id)).toEqual(["Alder", "Birch", "Cedar"]);
    const fewer = await previewRelease(ctx, { id, reach: "chosen", show: "losing", limit: 2 });
    expect(fewer).toMatchObject({ keeping: 0, gaining: 0, losing: 3 });
    expect(fewer.accounts.map(({ name }) => name)).toEqual(["Alder", "Birch"]);
    const rest = await previewRelease(ctx, {
      ...{ id, reach: "chosen" as const, show: "losing" as const, limit: 2 },
      cursor: fewer.next ?? "",
    });
    expect(rest.accounts.map(({ name }) => name)).toEqual(["Cedar"]);
    expect(rest.next).toBeNull();
  });

  it("reaches a tier by type and plan, as they are at any time", async () => {
    const id = await newFeature();
    const { id: planId } = await createPlan(ctx, { name: `Tier ${id}` });
    await publishPlan(ctx, { id: planId });
    await releaseFeature(ctx, { id, reach: "tier", types: ["own_plans"], planIds: [planId] });
    expect(await holders(id)).toEqual([]);
    await changePlan(ctx, { id: resellers[1]!.id, planId, effective: "now" });
    expect(await holders(id)).toEqual(["Birch"]);
    expect(await hasIt(id, resellers[1]!.id)).toBe(true);
    await releaseFeature(ctx, { id, reach: "tier", types: ["commission"], planIds: [planId] });
    expect(await holders(id)).toEqual([]);
    const wrong = (asked: object) => releaseFeature(ctx, { id, reach: "tier", ...asked });
    await expect(wrong({})).rejects.toMatchObject({ fields: [{ code: "feature_tier_empty" }] });
    await expect(wrong({ planIds: [crypto.randomUUID()] })).rejects.toMatchObject({
      fields: [{ code: "plan_unknown" }],
    });
    await expect(releaseFeature(ctx, { id, reach: "percentage" })).rejects.toMatchObject({
      fields: [{ pointer: "/percent", code: "required" }],
    });
  });

  it("lets an exception win over the rule, and withdrawing over both", async () => {
    const id = await newFeature();
    const [alder, birch] = resellers as [Reseller, Reseller];
    expect(await chooseForFeature(ctx, { id, accountIds: [alder.id], released: true })).toMatchObject({
      gaining: 1,
    });
    expect(await holders(id)).toEqual(["Alder"]);
    await releaseFeature(ctx, { id, reach: "everyone" });
    await chooseForFeature(ctx, { id, accountIds: [birch.id], released: false });
    expect(await holders(id)).toEqual(["Alder", "Cedar"]);
    const { features } = await featuresOf(ctx, { accountId: birch.id });
    expect(features.find((one) => one.id === id)).toMatchObject({
      has: false,
      reason: "left_out",
      exception: false,
    });
    expect(await previewWithdrawal(ctx, { id })).toMatchObject({ gaining: 0, losing: 2 });
    expect(await withdrawFeature(ctx, { id })).toMatchObject({ losing: 2 });
    expect(await holders(id)).toEqual([]);
    expect(await hasIt(id, alder.id)).toBe(false);
    await expect(withdrawFeature(ctx, { id })).rejects.toMatchObject({ code: "conflict" });
    await expect(chooseForFeature(ctx, { id, accountIds: [birch.id], released: true })).rejects.toMatchObject(
      {
        code: "feature_withdrawn",
      },
    );
    await releaseFeature(ctx, { id, reach: "everyone" });
    expect(await holders(id)).toEqual(["Alder", "Cedar"]);
    await chooseForFeature(ctx, { id, accountIds: [birch.id], released: null });
    expect(await holders(id)).toEqual(["Alder", "Birch", "Cedar"]);
  });

  it("counts the agency's direct customers among those it is released to", async () => {
    const alone = await newAgency(app);
    const own = await alone.ctx();
    const reseller = await newReseller(app, alone, "Alder");
    const { id } = await createFeature(own, { key: "direct", name: "Direct" });
    const direct = await createCustomer(own, { name: "Direct" });
    await createCustomer(own, { name: "Through", parentId: reseller.id });
    expect(await previewRelease(own, { id, reach: "everyone" })).toMatchObject({ gaining: 2, losing: 0 });
    await releaseFeature(own, { id, reach: "everyone" });
    expect((await readAccess(own, { account: direct.id })).features).toEqual(["direct"]);
    const { accounts } = await listFeatureAccounts(own, { id, kind: "customer" });
    expect(accounts).toMatchObject([{ name: "Direct", type: null, has: true }]);
    expect((await previewWithdrawal(own, { id })).losing).toBe(2);
  });

  it("is told of to each reseller's webhooks that it touched, once, and not of what is no longer so", async () => {
    const id = await newFeature();
    const insert = `insert into webhook_endpoints (agency_id, id, account_id, distributor_id, reseller_id, url, event_types, secret, secret_key_id)
      values ($1, $2, $3, $1, $3, 'https://hooks.example/x', array['feature.released', 'feature.withdrawn'], '\\x00', 'k1')`;
    await app.admin.query(insert, [agency.id, crypto.randomUUID(), agency.id]);
    await app.admin.query(insert, [agency.id, crypto.randomUUID(), resellers[0]!.id]);
    const bodies = async () => {
      const { rows } = await app.admin.query(
        "delete from webhook_deliveries where agency_id = $1 returning reseller_id = agency_id as agencys, type, body::json -> 'data' as data",
        [agency.id],
      );
      return rows
        .map(
          ({ agencys, type, data }) =>
            `${agencys ? "agency" : "reseller"} ${type} ${data.reseller.name} ${data.feature.name}`,
        )
        .sort();
    };
    const name = (await readFeature(ctx, { id })).name;
    const { key: _, ...rule } = { key: 0, types: [], plan_ids: [], percent: 0, withdrawn_at: null };
    const [nobody, everyone] = [
      { reach: "chosen" as const, ...rule },
      { reach: "everyone" as const, ...rule },
    ];
    const job = () => ({
      ...{ agencyId: agency.id, featureId: id, at: new Date().toISOString(), from: null },
      eventId: crypto.randomUUID(),
    });
    await chooseForFeature(ctx, { id, accountIds: [resellers[2]!.id], released: false });
    await releaseFeature(ctx, { id, reach: "everyone" });
    const released = { ...job(), before: nobody, after: everyone };
    await announceFeature(worker, released);
    // A worker that was killed before it could note that it was done.
    await announceFeature(worker, released);
    expect(await bodies()).toEqual([
      `agency feature.released Alder ${name}`,
      `agency feature.released Birch ${name}`,
      `reseller feature.released Alder ${name}`,
    ]);
    await chooseForFeature(ctx, { id, accountIds: [resellers[2]!.id, resellers[1]!.id], released: true });
    expect(await bodies()).toEqual([`agency feature.released Cedar ${name}`]);
    await withdrawFeature(ctx, { id });
    // Late: the rule was changed again before its turn came.
    await announceFeature(worker, { ...job(), before: nobody, after: everyone });
    expect(await bodies()).toEqual([]);
    const withdrawn = { ...everyone, withdrawn_at: new Date().toISOString() };
    await announceFeature(worker, { ...job(), before: everyone, after: withdrawn });
    expect(await bodies()).toEqual([
      ...["Alder", "Birch", "Cedar"].map((one) => `agency feature.withdrawn ${one} ${name}`),
      `reseller feature.withdrawn Alder ${name}`,
    ]);
  });
});

describe("a reseller's customers", () => {
  it("have a feature only while their reseller has it and has released it to them", async () => {
    const id = await newFeature();
    const [alder, birch] = resellers as [Reseller, Reseller];
    const own = await asReseller(alder);
    const one = await createCustomer(own, { name: "One" });
    const two = await createCustomer(own, { name: "Two" });
    const theirs = await createCustomer(await asReseller(birch), { name: "Theirs" });
    const having = () => Promise.all([one.id, two.id, theirs.id].map((account) => hasIt(id, account)));

    // Not released to the reseller: not there for it, by id or by name.
    await expect(readFeature(own, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(releaseFeature(own, { id, reach: "everyone" })).rejects.toMatchObject({ code: "not_found" });
    const { key } = await readFeature(ctx, { id });
    const seen = async () => (await listFeatures(own, { search: key })).features;
    expect(await seen()).toEqual([]);

    await chooseForFeature(ctx, { id, accountIds: [alder.id], released: true });
    expect(await seen()).toMatchObject([{ id, rule: { reach: "chosen" } }]);
    expect(await having()).toEqual([false, false, false]);
    expect(await releaseFeature(own, { id, reach: "everyone" })).toMatchObject({ gaining: 2, losing: 0 });
    expect(await having()).toEqual([true, true, false]);
    expect((await readAccess(own, { account: one.id })).features).toContain(key);
    await chooseForFeature(own, { id, accountIds: [two.id], released: false });
    expect(await having()).toEqual([true, false, false]);
    await expect(
      chooseForFeature(own, { id, accountIds: [theirs.id], released: true }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(releaseFeature(own, { id, reach: "tier", types: ["own_plans"] })).rejects.toMatchObject({
      fields: [{ pointer: "/reach", code: "feature_tier_none" }],
    });

    await chooseForFeature(ctx, { id, accountIds: [alder.id], released: null });
    expect(await having()).toEqual([false, false, false]);
    await expect(readFeature(own, { id })).rejects.toMatchObject({ code: "not_found" });
    // The reseller's own rule waits for the day.
    await releaseFeature(ctx, { id, reach: "everyone" });
    expect(await having()).toEqual([true, false, false]);
  });
});
