import { openPool } from "@tenantry/db";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPlan } from "../plans/create.ts";
import { listPlans } from "../plans/list.ts";
import { publishPlan } from "../plans/publish.ts";
import { letters } from "../testing/agency.ts";
import {
  type Agency,
  contextFor,
  newAgency,
  newReseller,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { archiveReseller } from "./archive.ts";
import { changeType } from "./change-type.ts";
import { keepType } from "./keep-type.ts";
import { previewType } from "./preview-type.ts";
import { readReseller } from "./read.ts";
import { typeChangeOf } from "./type-change.ts";
import { carryOutTypeChanges } from "./type-sweep.ts";

let app: TestApp;
let worker: pg.Pool;
beforeAll(async () => {
  app = await openTestApp();
  worker = openPool({ url: app.workerUrl, max: 4, onConnectionError: () => {} });
});
afterAll(async () => {
  await worker.end();
  await app.close();
});

/** A test agency at noon of the tenth of March, with a plan of its own published to all. */
async function scene() {
  const agency = await newAgency(app, { mode: "test", billingZone: "Europe/Lisbon" });
  const at = (instant: string) =>
    app.admin.query("update agencies set clock_offset = $2::timestamptz - now() where agency_id = $1", [
      agency.id,
      instant,
    ]);
  await at("2027-03-10T12:00:00Z");
  const reseller = await newReseller(app, agency);
  const plan = await createPlan(await agency.ctx(), { name: letters(12) });
  await publishPlan(await agency.ctx(), { id: plan.id });
  const own = () => contextFor(app, reseller.host, reseller.owner.session);
  await createPlan(await own(), { name: letters(12) });
  return { agency, at, own, id: reseller.id, planId: plan.id };
}

const typeOf = async (agency: Agency, id: string) => {
  const { type, typeChange } = await readReseller(await agency.ctx(), { id });
  return { type, typeChange };
};

it.each([
  ["own_plans", "commission", [true, false, false, true]],
  ["commission", "own_plans", [false, true, true, false]],
  ["commission", "commission", [false, false, true, true]],
] as const)(
  "says what from %s to %s means",
  (type, after, [managedBefore, managedAfter, seenBefore, seenAfter]) => {
    expect(typeChangeOf({ type, ownPlans: 2, agencyPlans: 3 }, after)).toEqual({
      ...{ before: type, after, same: type === after },
      ownPlans: { count: 2, managedBefore, managedAfter },
      agencyPlans: { count: 3, seenBefore, seenAfter },
    });
  },
);

describe("a change of type", () => {
  it("does now what its preview says, keeps the plans of before, and goes back", async () => {
    const { agency, own, id, planId } = await scene();
    const ctx = await agency.ctx();
    const preview = await previewType(ctx, { id, type: "commission" });
    expect(preview).toMatchObject({
      ownPlans: { count: 1, managedAfter: false },
      agencyPlans: { seenAfter: true },
    });
    const visible = async () => (await listPlans(await own(), {})).plans.map((plan) => plan.id);
    expect(await visible()).not.toContain(planId);
    expect(await changeType(ctx, { id, type: "commission" })).toMatchObject({ after: "commission" });
    expect(await typeOf(agency, id)).toEqual({ type: "commission", typeChange: null });
    expect(await visible()).toContain(planId);
    expect(await visible()).toHaveLength(preview.agencyPlans.count);
    await expect(createPlan(await own(), { name: "No more" })).rejects.toMatchObject({
      code: "kind_forbidden",
    });
    await changeType(ctx, { id, type: "own_plans" });
    expect((await listPlans(await own(), {})).plans).toHaveLength(1);
  });

  it("on a day to come waits for the agency's own clock, and is carried out once", async () => {
    const { agency, at, id } = await scene();
    const ctx = await agency.ctx();
    await changeType(ctx, { id, type: "commission", day: "2027-04-01" });
    const dueAt = "2027-03-31T23:00:00.000Z";
    expect(await typeOf(agency, id)).toEqual({
      type: "own_plans",
      typeChange: { type: "commission", dueAt },
    });
    await at("2027-03-31T22:50:00Z");
    await carryOutTypeChanges(worker);
    expect((await typeOf(agency, id)).type).toBe("own_plans");
    await at("2027-03-31T23:00:01Z");
    await Promise.all([1, 2, 3].map(() => carryOutTypeChanges(worker)));
    expect(await typeOf(agency, id)).toEqual({ type: "commission", typeChange: null });
    const { rows } = await app.admin.query(
      "select after from audit_entries where object_id = $1 and actor_kind = 'job' and action = 'reseller.change-type'",
      [id],
    );
    expect(rows).toEqual([{ after: { type: "commission", applied: true } }]);
  });

  it("is called off, or replaced by the next, until its day is there", async () => {
    const { agency, at, id } = await scene();
    const ctx = await agency.ctx();
    await expect(keepType(ctx, { id })).rejects.toMatchObject({ code: "conflict" });
    await changeType(ctx, { id, type: "commission", day: "2027-04-01" });
    await changeType(ctx, { id, type: "commission", day: "2027-05-01" });
    expect((await typeOf(agency, id)).typeChange?.dueAt).toBe("2027-04-30T23:00:00.000Z");
    await keepType(ctx, { id });
    await at("2027-06-01T12:00:00Z");
    await carryOutTypeChanges(worker);
    expect(await typeOf(agency, id)).toEqual({ type: "own_plans", typeChange: null });
  });

  it("is refused where it changes nothing, for a day that is not to come, and for a deleted reseller", async () => {
    const { agency, id } = await scene();
    const ctx = await agency.ctx();
    const code = async (input: Parameters<typeof changeType>[1]) =>
      changeType(ctx, input).then(
        () => "done",
        (error) => error.fields?.[0].code ?? error.code,
      );
    expect(await code({ id, type: "own_plans" })).toBe("type_same");
    expect(await code({ id, type: "commission", day: "2027-03-10" })).toBe("day_past");
    expect(await code({ id, type: "commission", day: "" })).toBe("day_wrong");
    await archiveReseller(ctx, { id });
    expect(await code({ id, type: "commission" })).toBe("not_found");
  });
});
