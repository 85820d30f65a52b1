import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changePlan } from "../resellers/change-plan.ts";
import { createReseller } from "../resellers/create.ts";
import { keepPlan } from "../resellers/keep-plan.ts";
import { previewPlanChange } from "../resellers/preview-plan.ts";
import { readReseller } from "../resellers/read.ts";
import { letters } from "../testing/agency.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { foldUsage, ingestUsage } from "../usage/index.ts";
import { cancelMigration } from "./cancel-migration.ts";
import { createPlan } from "./create.ts";
import { createMigration } from "./create-migration.ts";
import { listMigrations } from "./list-migrations.ts";
import { previewMigration } from "./preview-migration.ts";
import { publishPlan } from "./publish.ts";
import { carryOutPlanChanges } from "./sweep.ts";
import { updatePlan } from "./update.ts";

let app: TestApp;
let worker: pg.Pool;
beforeAll(async () => {
  app = await openTestApp({ max: 10 });
  worker = openPool({ url: app.workerUrl, max: 4, onConnectionError: () => {} });
}, 60_000);
afterAll(async () => {
  await worker.end();
  await app.close();
});

/** A test agency, whose business clock can be set. */
async function newTestAgency() {
  const agency = await newAgency(app, { mode: "test", billingZone: "Europe/Lisbon" });
  const at = async (instant: string) => {
    await app.admin.query("update agencies set clock_offset = $2::timestamptz - now() where agency_id = $1", [
      agency.id,
      instant,
    ]);
  };
  await at("2027-03-10T12:00:00Z");
  return { ...agency, at };
}

const terms = (includedUnits: number, amountMinor: number) => ({
  prices: [{ currency: "EUR", interval: "month" as const, amountMinor }],
  meters: [{ meter: "messages", includedUnits }],
});

async function newPlan(agency: Agency, includedUnits: number, amountMinor: number) {
  const plan = await createPlan(await agency.ctx(), {
    name: letters(12),
    terms: terms(includedUnits, amountMinor),
  });
  await publishPlan(await agency.ctx(), { id: plan.id });
  return plan.id;
}

async function newVersion(agency: Agency, id: string, includedUnits: number, amountMinor: number) {
  await updatePlan(await agency.ctx(), { id, terms: terms(includedUnits, amountMinor) });
  await publishPlan(await agency.ctx(), { id });
}

const newSeller = async (agency: Agency, planId: string) =>
  (await createReseller(await agency.ctx(), { ...resellerInput(letters(12)), planId })).id;

const planOf = async (agency: Agency, id: string) => {
  const { plan } = await readReseller(await agency.ctx(), { id });
  return `${plan?.id} ${plan?.version}`;
};

describe("changing a reseller's plan (B-34)", () => {
  it("does now what its preview says, down to what is over the new allowance", async () => {
    const agency = await newTestAgency();
    const [small, large] = [await newPlan(agency, 100, 1_000), await newPlan(agency, 1_000, 9_000)];
    const id = await newSeller(agency, large);
    const ctx = await agency.ctx();
    const event = {
      source: "t",
      eventId: "1",
      meter: "messages",
      accountId: id,
      quantity: 150,
      at: ctx.now.toISOString(),
    };
    await ingestUsage(ctx, { events: [event] });
    await foldUsage(app.pool, agency.id);
    const asked = { id, planId: small, effective: "now" as const };
    const preview = await previewPlanChange(ctx, asked);
    expect(preview).toMatchObject({
      before: { planId: large, version: 1 },
      after: { planId: small, version: 1 },
      meters: [{ meter: "messages", before: 1_000, after: 100, used: 150, overUnits: 50 }],
      prices: [{ currency: "EUR", interval: "month", before: 9_000, after: 1_000 }],
    });
    expect(await planOf(agency, id)).toBe(`${large} 1`);
    const done = await changePlan(ctx, asked);
    expect(done).toEqual(preview);
    expect(await planOf(agency, id)).toBe(`${small} 1`);
    await expect(changePlan(ctx, asked)).rejects.toMatchObject({
      fields: [{ pointer: "/planId", code: "plan_same" }],
    });
    const { rows } = await app.admin.query(
      "select before, after from audit_entries where action = 'reseller.change-plan' and object_id = $1",
      [id],
    );
    expect(rows).toMatchObject([{ before: { plan: { planId: large } }, after: { plan: { planId: small } } }]);
  });

  it("waits for the next period of business time, and is carried out once", async () => {
    const agency = await newTestAgency();
    const [old, next] = [await newPlan(agency, 100, 1_000), await newPlan(agency, 1_000, 9_000)];
    const id = await newSeller(agency, old);
    const { dueAt } = await changePlan(await agency.ctx(), { id, planId: next, effective: "next_period" });
    // Summer time begins in Lisbon on 28 March.
    expect(dueAt).toBe("2027-03-31T23:00:00.000Z");
    await carryOutPlanChanges(worker);
    expect(await planOf(agency, id)).toBe(`${old} 1`);
    await agency.at("2027-03-31T23:00:01Z");
    const rounds = await Promise.all([1, 2, 3].map(() => carryOutPlanChanges(worker)));
    expect(Math.max(...rounds)).toBeGreaterThan(0);
    expect(await planOf(agency, id)).toBe(`${next} 1`);
    const { rows } = await app.admin.query(
      "select actor_kind, actor_id from audit_entries where action = 'reseller.change-plan' and object_id = $1 and actor_kind = 'job'",
      [id],
    );
    expect(rows).toEqual([{ actor_kind: "job", actor_id: "plans.sweep" }]);
  });

  it("can be called off, and a newer decision takes the older one's place", async () => {
    const agency = await newTestAgency();
    const [old, next, other] = [
      await newPlan(agency, 1, 1),
      await newPlan(agency, 2, 2),
      await newPlan(agency, 3, 3),
    ];
    const [one, two] = [await newSeller(agency, old), await newSeller(agency, old)];
    const later = { planId: next, effective: "next_period" as const };
    await changePlan(await agency.ctx(), { id: one, ...later });
    await keepPlan(await agency.ctx(), { id: one });
    await expect(keepPlan(await agency.ctx(), { id: one })).rejects.toMatchObject({ code: "conflict" });
    await changePlan(await agency.ctx(), { id: two, ...later });
    await changePlan(await agency.ctx(), { id: two, planId: other, effective: "now" });
    await agency.at("2027-05-01T12:00:00Z");
    await carryOutPlanChanges(worker);
    expect([await planOf(agency, one), await planOf(agency, two)]).toEqual([`${old} 1`, `${other} 1`]);
  });

  it("of many who decide at once one waits, and nothing is lost (T45)", async () => {
    const agency = await newTestAgency();
    const [old, next] = [await newPlan(agency, 1, 1), await newPlan(agency, 2, 2)];
    const id = await newSeller(agency, old);
    await Promise.all(
      Array.from({ length: 20 }, async () =>
        changePlan(await agency.ctx(), { id, planId: next, effective: "next_period" }),
      ),
    );
    const { rows } = await app.admin.query(
      "select state, count(*)::int from plan_changes where reseller_id = $1 group by 1 order by 1",
      [id],
    );
    expect(rows).toEqual([
      { state: "cancelled", count: 19 },
      { state: "scheduled", count: 1 },
    ]);
  });
});

describe("migrating resellers to a new version (3.14)", () => {
  it("moves those the filter names on their day, and keeps the price of those excepted", async () => {
    const agency = await newTestAgency();
    const plan = await newPlan(agency, 100, 1_000);
    const elsewhere = await newSeller(agency, await newPlan(agency, 5, 5));
    const [moved, keeps, left] = [
      await newSeller(agency, plan),
      await newSeller(agency, plan),
      await newSeller(agency, plan),
    ];
    await newVersion(agency, plan, 200, 2_000);
    const newest = await newSeller(agency, plan);
    const asked = { id: plan, keepPrice: [keeps], leaveOut: [left] };
    const strange = { ...asked, keepPrice: [keeps, agency.id], day: "2027-04-15" };
    await expect(createMigration(await agency.ctx(), strange)).rejects.toMatchObject({
      fields: [{ pointer: "/keepPrice/1", code: "not_in_filter" }],
    });
    const preview = await previewMigration(await agency.ctx(), asked);
    expect(preview.resellers.map(({ id }) => id).sort()).toEqual([moved, keeps].sort());
    expect(preview.resellers.find(({ id }) => id === keeps)?.change.prices).toMatchObject([
      { before: 1_000, after: 1_000 },
    ]);
    expect(preview.resellers.find(({ id }) => id === moved)?.change).toMatchObject({
      meters: [{ before: 100, after: 200 }],
      prices: [{ before: 1_000, after: 2_000 }],
    });
    const made = await createMigration(await agency.ctx(), { ...asked, day: "2027-04-15" });
    expect(made).toMatchObject({ resellers: 2, keepPrice: 1, dueAt: "2027-04-14T23:00:00.000Z" });
    await carryOutPlanChanges(worker);
    expect(await planOf(agency, moved)).toBe(`${plan} 1`);
    await agency.at("2027-04-15T00:00:00Z");
    await carryOutPlanChanges(worker);
    const versions = await Promise.all([moved, keeps, left, newest].map((id) => planOf(agency, id)));
    expect(versions).toEqual([`${plan} 2`, `${plan} 2`, `${plan} 1`, `${plan} 2`]);
    expect(await planOf(agency, elsewhere)).not.toContain(plan);
    expect((await listMigrations(await agency.ctx(), { id: plan })).migrations).toMatchObject([
      { id: made.id, state: "done", resellers: 2 },
    ]);
    // What it pays is the earlier version's price, now and after the next version too.
    await newVersion(agency, plan, 300, 3_000);
    const kept = await previewPlanChange(await agency.ctx(), {
      id: keeps,
      planId: plan,
      effective: "now",
      keepPrice: true,
    });
    expect(kept.prices).toEqual([{ currency: "EUR", interval: "month", before: 1_000, after: 1_000 }]);
  });

  it("can be undone until its day, and not after", async () => {
    const agency = await newTestAgency();
    const plan = await newPlan(agency, 100, 1_000);
    const id = await newSeller(agency, plan);
    await newVersion(agency, plan, 200, 2_000);
    const day = "2027-03-12";
    const made = await createMigration(await agency.ctx(), { id: plan, day });
    expect((await previewMigration(await agency.ctx(), { id: plan })).alreadyWaiting).toMatchObject([{ id }]);
    expect(await cancelMigration(await agency.ctx(), { id: made.id })).toMatchObject({ resellers: 1 });
    await expect(cancelMigration(await agency.ctx(), { id: made.id })).rejects.toMatchObject({
      code: "conflict",
    });
    const again = await createMigration(await agency.ctx(), { id: plan, day });
    await agency.at("2027-03-12T01:00:00Z");
    await carryOutPlanChanges(worker);
    expect(await planOf(agency, id)).toBe(`${plan} 2`);
    await expect(cancelMigration(await agency.ctx(), { id: again.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("asks for a day to come and for somebody to move", async () => {
    const agency = await newTestAgency();
    const plan = await newPlan(agency, 1, 1);
    const ctx = await agency.ctx();
    await expect(createMigration(ctx, { id: plan, day: "2027-03-10" })).rejects.toMatchObject({
      fields: [{ pointer: "/day", code: "day_past" }],
    });
    await expect(createMigration(ctx, { id: plan, day: "2027-04-10" })).rejects.toMatchObject({
      fields: [{ pointer: "/filter", code: "nobody_moved" }],
    });
  });
});
