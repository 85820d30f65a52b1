import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "../kernel/ctx.ts";
import { actingAs, newCustomer, newDistributor, newSeller } from "../testing/chain.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { decideUsage } from "../usage/index.ts";
import { previewAllowanceChange } from "./preview.ts";
import { removeAllowance } from "./remove.ts";
import { returnAllowance } from "./return.ts";
import { setAllowance } from "./set.ts";
import { updateAllowancePool } from "./update-pool.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp({ max: 10 });
  agency = await newAgency(app);
}, 60_000);
afterAll(() => app.close());

const messages = { meter: "messages" };
const give = (ctx: Ctx, accountId: string, units: number, mode: "guaranteed" | "shared" = "guaranteed") =>
  setAllowance(ctx, { accountId, ...messages, mode, units });
const refused = (field: string, code: string, units: number) => ({
  fields: [{ pointer: `/${field}`, code, params: { units } }],
});

async function poolOf(accountId: string) {
  const { rows } = await app.admin.query(
    "select granted_units, shared, ratio_percent, allocated_units from allowance_pools where account_id = $1",
    [accountId],
  );
  return rows[0];
}

describe("allowance.set", () => {
  it("gives a reseller's customers no more than its plan includes, and says what would fit", async () => {
    const reseller = await newSeller(agency, { includedUnits: 100 });
    const [one, other] = [await newCustomer(agency, reseller), await newCustomer(agency, reseller)];
    const ctx = await actingAs(agency, "reseller", reseller);
    expect(await give(ctx, one, 60)).toMatchObject({
      ...{ before: null, after: { mode: "guaranteed", units: 60 }, grantedUnits: 100 },
      ...{ allocatedBefore: 0, allocatedAfter: 60, freeUnits: 40 },
    });
    await expect(give(ctx, other, 41)).rejects.toMatchObject(refused("units", "allowance_too_large", 40));
    await give(ctx, other, 40);
    expect(await give(ctx, one, 10)).toMatchObject({ before: { units: 60 }, freeUnits: 50 });
    expect(await poolOf(reseller)).toMatchObject({ granted_units: "100", allocated_units: "50" });
  });

  it("previews to the unit what it does, and writes nothing meanwhile", async () => {
    const reseller = await newSeller(agency, { includedUnits: 100 });
    const customer = await newCustomer(agency, reseller);
    const ctx = await actingAs(agency, "reseller", reseller);
    const asked = { accountId: customer, ...messages, mode: "guaranteed" as const, units: 30 };
    const preview = await previewAllowanceChange(ctx, asked);
    expect(await poolOf(reseller)).toBeUndefined();
    expect(await setAllowance(ctx, asked)).toEqual(preview);
    const more = await previewAllowanceChange(ctx, { ...asked, units: 200 });
    expect(more.refusal).toEqual({ field: "units", code: "allowance_too_large", params: { units: 100 } });
  });

  it("sets nothing aside for who shares, and lets who only shares promise nothing", async () => {
    const reseller = await newSeller(agency, { includedUnits: 100 });
    const [one, other] = [await newCustomer(agency, reseller), await newCustomer(agency, reseller)];
    const ctx = await actingAs(agency, "reseller", reseller);
    await give(ctx, one, 100, "shared");
    await give(ctx, other, 100);
    await expect(give(ctx, one, 101, "shared")).rejects.toMatchObject(
      refused("units", "allowance_too_large", 100),
    );
    const agencys = await agency.ctx();
    await expect(give(agencys, reseller, 500, "shared")).rejects.toMatchObject(
      refused("mode", "allowance_promised", 100),
    );
    await removeAllowance(ctx, { accountId: other, ...messages });
    await give(agencys, reseller, 500, "shared");
    await expect(give(ctx, other, 1)).rejects.toMatchObject(
      refused("mode", "allowance_not_yours_to_promise", 0),
    );
  });

  it("promises more than there is by the ratio chosen, and no unit past it", async () => {
    const reseller = await newSeller(agency, { includedUnits: 101 });
    const customer = await newCustomer(agency, reseller);
    const ctx = await actingAs(agency, "reseller", reseller);
    expect(await updateAllowancePool(ctx, { ...messages, ratioPercent: 150 })).toMatchObject({
      grantedUnits: 101,
      freeUnits: 151,
    });
    await expect(give(ctx, customer, 152)).rejects.toMatchObject(
      refused("units", "allowance_too_large", 151),
    );
    await give(ctx, customer, 151);
    await expect(updateAllowancePool(ctx, { ...messages, ratioPercent: 149 })).rejects.toMatchObject({
      fields: [{ pointer: "/ratioPercent", code: "ratio_too_low" }],
    });
    await expect(updateAllowancePool(ctx, { ...messages, grantedUnits: 1_000 })).rejects.toMatchObject({
      fields: [{ pointer: "/grantedUnits", code: "granted_from_above" }],
    });
  });

  it("goes from the agency over a distributor and a reseller to a customer", async () => {
    const reseller = await newSeller(agency);
    const distributor = await newDistributor(app, agency, reseller);
    const customer = await newCustomer(agency, reseller);
    const own = await newAgency(app);
    expect(own.id).not.toBe(agency.id);
    const agencys = await agency.ctx();
    const distributors = await actingAs(agency, "distributor", distributor);
    const resellers = await actingAs(agency, "reseller", reseller, distributor);
    await give(agencys, distributor, 1_000);
    await expect(give(distributors, reseller, 1_001)).rejects.toMatchObject(
      refused("units", "allowance_too_large", 1_000),
    );
    await give(distributors, reseller, 600);
    await give(resellers, customer, 500);
    await expect(give(distributors, reseller, 499)).rejects.toMatchObject(
      refused("units", "allowance_promised", 500),
    );
    await expect(give(agencys, distributor, 599)).rejects.toMatchObject(
      refused("units", "allowance_promised", 600),
    );
    // Each gives to its own children alone.
    for (const ctx of [agencys, distributors])
      await expect(give(ctx, customer, 1)).rejects.toMatchObject({ code: "not_found" });
    await expect(give(resellers, distributor, 1)).rejects.toMatchObject({ code: "not_found" });
    await expect(give(agencys, reseller, 1)).rejects.toMatchObject({ code: "not_found" });
  });

  it("never promises more than there is, however many give at once (T45)", async () => {
    const reseller = await newSeller(agency, { includedUnits: 10 });
    const ctx = await actingAs(agency, "reseller", reseller);
    const customers = await Promise.all(Array.from({ length: 30 }, () => newCustomer(agency, reseller)));
    const answers = await Promise.allSettled(customers.map((customer) => give(ctx, customer, 1)));
    const given = answers.filter(({ status }) => status === "fulfilled");
    expect(given).toHaveLength(10);
    for (const answer of answers)
      if (answer.status === "rejected")
        expect(answer.reason).toMatchObject(refused("units", "allowance_too_large", 0));
    expect(await poolOf(reseller)).toMatchObject({ allocated_units: "10" });
  }, 60_000);

  it("is held to what there is by the database itself", async () => {
    const reseller = await newSeller(agency, { includedUnits: 10 });
    const customer = await newCustomer(agency, reseller);
    await give(await actingAs(agency, "reseller", reseller), customer, 10);
    const set = (change: string) =>
      app.admin.query(`update allowance_pools set ${change} where account_id = $1`, [reseller]);
    await expect(set("allocated_units = 11")).rejects.toMatchObject({ constraint: "allowance_pools_cover" });
    await expect(set("granted_units = 9")).rejects.toMatchObject({ constraint: "allowance_pools_cover" });
    await expect(set("shared = true")).rejects.toMatchObject({ constraint: "allowance_pools_own" });
  });

  it("takes back what is unused and not a unit that is used", async () => {
    const reseller = await newSeller(agency, { includedUnits: 100 });
    const customer = await newCustomer(agency, reseller);
    const ctx = await actingAs(agency, "reseller", reseller);
    await give(ctx, customer, 50);
    await decideUsage(await agency.ctx(), { accountId: customer, ...messages, quantity: 20 });
    await expect(give(ctx, customer, 19)).rejects.toMatchObject(refused("units", "allowance_used", 20));
    expect(await returnAllowance(ctx, { accountId: customer, ...messages })).toMatchObject({
      ...{ takenUnits: 20, before: { units: 50 }, after: { units: 20 }, freeUnits: 80 },
    });
    await removeAllowance(ctx, { accountId: customer, ...messages });
    await expect(returnAllowance(ctx, { accountId: customer, ...messages })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await poolOf(reseller)).toMatchObject({ allocated_units: "0" });
  });

  it("says what is wrong with a question", async () => {
    const reseller = await newSeller(agency);
    await expect(
      setAllowance(await agency.ctx(), { accountId: reseller, meter: "carrots", mode: "shared", units: 1 }),
    ).rejects.toMatchObject({ fields: [{ pointer: "/meter", code: "meter_unknown" }] });
    await expect(give(await agency.ctx(), agency.id, 1)).rejects.toMatchObject({ code: "not_found" });
  });
});
