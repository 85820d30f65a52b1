import { inTenant } from "@tenantry/db";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "../kernel/ctx.ts";
import { changePlan } from "../resellers/change-plan.ts";
import { actingAs, newCustomer, newDistributor, newLimitedPlan, newSeller } from "../testing/chain.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { previewAllowanceChange } from "./preview.ts";
import { readAllowances } from "./read.ts";
import { setAllowance } from "./set.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
}, 60_000);
afterAll(() => app.close());

const meter = "messages";
const give = (ctx: Ctx, accountId: string, units: number, mode: "guaranteed" | "shared" = "guaranteed") =>
  setAllowance(ctx, { accountId, meter, mode, units });
const tooLarge = (units: number) => ({
  fields: [{ pointer: "/units", code: "allowance_too_large", params: { units } }],
});

/** A reseller under a distributor, on a plan of the agency's with a hard cap. */
async function newBeneath(limits = { includedUnits: 100, hardCapUnits: 150 }) {
  const reseller = await newSeller(agency, limits);
  const distributor = await newDistributor(app, agency, reseller);
  const customer = await newCustomer(agency, reseller);
  return {
    ...{ reseller, distributor, customer },
    distributors: await actingAs(agency, "distributor", distributor),
    resellers: await actingAs(agency, "reseller", reseller, distributor),
  };
}

it("lets a distributor give no more than the hard cap of the plan its reseller is on", async () => {
  const { reseller, distributors, resellers, customer } = await newBeneath();
  await expect(give(distributors, reseller, 151)).rejects.toMatchObject(tooLarge(150));
  await expect(give(distributors, reseller, 151, "shared")).rejects.toMatchObject(tooLarge(150));
  const asked = { accountId: reseller, meter, mode: "guaranteed" as const, units: 400 };
  expect(await previewAllowanceChange(distributors, asked)).toMatchObject({ largestUnits: 150 });
  await give(distributors, reseller, 150);
  await give(resellers, customer, 150);
  const { meters } = await readAllowances(resellers, {});
  expect(meters.find((one) => one.meter === meter)).toMatchObject({ grantedUnits: 150, allocatedUnits: 150 });
  // What was promised under the cap stands in nobody's way: the next plan has the same one.
  const planId = await newLimitedPlan(agency, { includedUnits: 10, hardCapUnits: 150 });
  await changePlan(await agency.ctx(), { id: reseller, planId, effective: "now" });
});

it("begins with what the plan includes where a reseller has been given nothing yet", async () => {
  const { reseller, distributors } = await newBeneath();
  const { meters } = await readAllowances(distributors, { accountId: reseller });
  expect(meters.find((one) => one.meter === meter)).toMatchObject({ grantedUnits: 100, given: null });
});

it("tells a distributor of no reseller but its own, and of no plan but two numbers of one meter", async () => {
  const [own, other] = [await newBeneath(), await newBeneath({ includedUnits: 7, hardCapUnits: 9 })];
  const ask = (reseller: string, of = meter) =>
    inTenant(app.pool, own.distributors.scope!, async (tx) =>
      tx.named("test_plan_limits", "select * from app.plan_limits_beneath($1, $2)", [reseller, of]),
    );
  expect(await ask(own.reseller)).toEqual([{ included: 100n, hard: 150n }]);
  expect(await ask(own.reseller, "carrots")).toEqual([]);
  expect(await ask(other.reseller)).toEqual([]);
});
