import { openPool } from "@tenantry/db";
import fc from "fast-check";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isAppError } from "../kernel/errors.ts";
import { carryOutPlanChanges } from "../plans/sweep.ts";
import { changePlan } from "../resellers/change-plan.ts";
import { previewPlanChange } from "../resellers/preview-plan.ts";
import { actingAs, newCustomer, newLimitedPlan, newSeller } from "../testing/chain.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { decideUsage } from "../usage/index.ts";
import { readAllowances } from "./read.ts";
import { removeAllowance } from "./remove.ts";
import { returnAllowance } from "./return.ts";
import { setAllowance } from "./set.ts";
import { updateAllowancePool } from "./update-pool.ts";

let app: TestApp;
let worker: pg.Pool;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp({ max: 10 });
  worker = openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} });
  agency = await newAgency(app);
}, 60_000);
afterAll(async () => {
  await worker.end();
  await app.close();
});

const meter = "messages";

/** A reseller with a hundred units, of which two customers have been guaranteed sixty and forty. */
async function newGiver() {
  const reseller = await newSeller(agency, { includedUnits: 100 });
  const [one, other] = [await newCustomer(agency, reseller), await newCustomer(agency, reseller)];
  const ctx = await actingAs(agency, "reseller", reseller);
  await setAllowance(ctx, { accountId: one, meter, mode: "guaranteed", units: 60 });
  await setAllowance(ctx, { accountId: other, meter, mode: "guaranteed", units: 40 });
  const given = async (id: string) =>
    (await readAllowances(ctx, { accountId: id })).meters.find((row) => row.meter === meter)?.given?.units;
  const pool = async () => (await readAllowances(ctx, {})).meters.find((row) => row.meter === meter);
  return { reseller, one, other, given, pool };
}

describe("a smaller plan", () => {
  it("is refused with numbers where more is promised than it would cover", async () => {
    const { reseller, pool } = await newGiver();
    const asked = { id: reseller, planId: await newLimitedPlan(agency, { includedUnits: 50 }) };
    await expect(changePlan(await agency.ctx(), { ...asked, effective: "now" })).rejects.toMatchObject({
      fields: [
        {
          pointer: "/returnUnused",
          code: "plan_promises_short",
          params: { meter, allocated: 100, most: 50, units: 50 },
        },
      ],
    });
    expect(await pool()).toMatchObject({ grantedUnits: 100, allocatedUnits: 100 });
  });

  it("takes back what is unused where that is chosen, as the preview says, and no used unit", async () => {
    const { reseller, one, other, given, pool } = await newGiver();
    await decideUsage(await agency.ctx(), { accountId: one, meter, quantity: 40 });
    const planId = await newLimitedPlan(agency, { includedUnits: 50 });
    const asked = { id: reseller, planId, effective: "now" as const, returnUnused: true };
    const preview = await previewPlanChange(await agency.ctx(), asked);
    expect(preview.short).toMatchObject([
      {
        ...{ meter, allocatedUnits: 100, mostUnits: 50, shortUnits: 50, missingUnits: 0 },
        from: expect.arrayContaining([
          expect.objectContaining({ accountId: one, before: 60, after: 43 }),
          expect.objectContaining({ accountId: other, before: 40, after: 7 }),
        ]),
      },
    ]);
    expect((await changePlan(await agency.ctx(), asked)).short).toEqual(preview.short);
    expect([await given(one), await given(other)]).toEqual([43, 7]);
    expect(await pool()).toMatchObject({ grantedUnits: 50, allocatedUnits: 50, freeUnits: 0 });
  });

  it("is refused where more is used than it would cover, and taken with the next period", async () => {
    const { reseller, one, other } = await newGiver();
    for (const [id, quantity] of [
      [one, 40],
      [other, 20],
    ] as const)
      await decideUsage(await agency.ctx(), { accountId: id, meter, quantity });
    const planId = await newLimitedPlan(agency, { includedUnits: 50 });
    const asked = { id: reseller, planId, returnUnused: true };
    await expect(changePlan(await agency.ctx(), { ...asked, effective: "now" })).rejects.toMatchObject({
      fields: [{ pointer: "/planId", code: "plan_promises_used", params: { units: 10 } }],
    });
    const planned = await changePlan(await agency.ctx(), { ...asked, effective: "next_period" });
    expect(planned.short).toMatchObject([{ shortUnits: 50, missingUnits: 0 }]);
  });

  it("leaves in the log what went back, by hand and when its date comes", async () => {
    const planId = await newLimitedPlan(agency, { includedUnits: 50 });
    const logged = async (reseller: string) => {
      const { rows } = await app.admin.query(
        `select actor_kind as by, after -> 'returned' as returned from audit_entries
         where object_id = $1 and action = 'reseller.change-plan' order by id`,
        [reseller],
      );
      return rows;
    };
    const returnedFrom = ({ one, other }: { one: string; other: string }) => [
      {
        meter,
        from: expect.arrayContaining([
          expect.objectContaining({ accountId: one, before: 60, after: 30 }),
          expect.objectContaining({ accountId: other, before: 40, after: 20 }),
        ]),
      },
    ];
    const asked = { planId, returnUnused: true };
    const byHand = await newGiver();
    await changePlan(await agency.ctx(), { ...asked, id: byHand.reseller, effective: "now" });
    expect(await logged(byHand.reseller)).toMatchObject([{ by: "user", returned: returnedFrom(byHand) }]);

    const waiting = await newGiver();
    await changePlan(await agency.ctx(), { ...asked, id: waiting.reseller, effective: "next_period" });
    await app.admin.query("update plan_changes set due_at = now() where reseller_id = $1", [
      waiting.reseller,
    ]);
    await carryOutPlanChanges(worker);
    expect(await waiting.given(waiting.one)).toBe(30);
    expect(await logged(waiting.reseller)).toMatchObject([
      { by: "user", returned: null },
      { by: "job", returned: returnedFrom(waiting) },
    ]);
  });

  it("that waits for its date is called off where more was promised meanwhile", async () => {
    const reseller = await newSeller(agency, { includedUnits: 100 });
    const customer = await newCustomer(agency, reseller);
    const planId = await newLimitedPlan(agency, { includedUnits: 50 });
    await changePlan(await agency.ctx(), { id: reseller, planId, effective: "next_period" });
    const ctx = await actingAs(agency, "reseller", reseller);
    await setAllowance(ctx, { accountId: customer, meter, mode: "guaranteed", units: 80 });
    await app.admin.query("update plan_changes set due_at = now() where reseller_id = $1", [reseller]);
    await carryOutPlanChanges(worker);
    const { rows } = await app.admin.query("select state from plan_changes where reseller_id = $1", [
      reseller,
    ]);
    expect(rows).toEqual([{ state: "cancelled" }]);
    expect((await readAllowances(ctx, {})).meters.find((row) => row.meter === meter)).toMatchObject({
      grantedUnits: 100,
      allocatedUnits: 80,
    });
  });

  it("of before the first promise counts from the first promise on", async () => {
    const reseller = await newSeller(agency, { includedUnits: 100 });
    const planId = await newLimitedPlan(agency, { includedUnits: 50 });
    await changePlan(await agency.ctx(), { id: reseller, planId, effective: "now" });
    const customer = await newCustomer(agency, reseller);
    const ctx = await actingAs(agency, "reseller", reseller);
    await expect(
      setAllowance(ctx, { accountId: customer, meter, mode: "guaranteed", units: 51 }),
    ).rejects.toMatchObject({ fields: [{ code: "allowance_too_large", params: { units: 50 } }] });
  });
});

describe("whatever is done one after the other", () => {
  const units = fc.integer({ min: 0, max: 120 });
  const child = fc.integer({ min: 0, max: 2 });
  const step = fc.oneof(
    fc.record({ act: fc.constant("give" as const), child, units, shared: fc.boolean() }),
    fc.record({ act: fc.constant("agency" as const), units, shared: fc.boolean() }),
    fc.record({ act: fc.constant("return" as const), child }),
    fc.record({ act: fc.constant("remove" as const), child }),
    fc.record({ act: fc.constant("free" as const) }),
    fc.record({ act: fc.constant("use" as const), child, units: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ act: fc.constant("ratio" as const), percent: fc.constantFrom(100, 120, 200) }),
    fc.record({
      act: fc.constant("plan" as const),
      plan: fc.integer({ min: 0, max: 2 }),
      back: fc.boolean(),
    }),
  );

  it("no promise is uncovered at any node, and its sum is what its pool says", async () => {
    const plans = await Promise.all(
      [30, 80, 120].map((includedUnits) => newLimitedPlan(agency, { includedUnits, hardCapUnits: 150 })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
        const reseller = await newSeller(agency, { includedUnits: 80, hardCapUnits: 150 });
        const children = [await newCustomer(agency, reseller), await newCustomer(agency, reseller)];
        children.push(await newCustomer(agency, reseller));
        const [agencys, ctx] = [await agency.ctx(), await actingAs(agency, "reseller", reseller)];
        const mode = (shared: boolean) => (shared ? ("shared" as const) : ("guaranteed" as const));
        for (const one of steps) {
          const accountId = "child" in one ? children[one.child]! : reseller;
          const carriedOut =
            one.act === "give"
              ? setAllowance(ctx, { accountId, meter, mode: mode(one.shared), units: one.units })
              : one.act === "agency"
                ? setAllowance(agencys, { accountId, meter, mode: mode(one.shared), units: one.units })
                : one.act === "return"
                  ? returnAllowance(ctx, { accountId, meter })
                  : one.act === "remove"
                    ? removeAllowance(ctx, { accountId, meter })
                    : one.act === "free"
                      ? removeAllowance(agencys, { accountId, meter })
                      : one.act === "use"
                        ? decideUsage(agencys, { accountId, meter, quantity: one.units })
                        : one.act === "ratio"
                          ? updateAllowancePool(ctx, { meter, ratioPercent: one.percent })
                          : changePlan(agencys, {
                              ...{ id: reseller, planId: plans[one.plan]!, effective: "now" },
                              returnUnused: one.back,
                            });
          // Refused in words, never by the database's last word.
          await carriedOut.catch((error: unknown) => {
            if (!isAppError(error) || error.code === "internal") throw error;
          });
          const { rows } = await app.admin.query(
            `select p.allocated_units::int as allocated, coalesce(s.units, 0)::int as given,
               p.granted_units is null or p.allocated_units * 100 <= p.granted_units * p.ratio_percent as covered
             from allowance_pools p left join lateral (select sum(w.units) as units from allowances w
               where w.parent_id = p.account_id and w.meter = p.meter and w.mode = 'guaranteed') s on true
             where p.agency_id = $1`,
            [agency.id],
          );
          for (const { allocated, given, covered } of rows)
            expect({ allocated, covered }).toEqual({ allocated: given, covered: true });
        }
      }),
      { numRuns: 12 },
    );
  }, 180_000);
});
