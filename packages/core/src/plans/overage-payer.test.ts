import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingAs, newSeller } from "../testing/chain.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { decideUsage } from "../usage/index.ts";
import { createPlan } from "./create.ts";
import { payersOf, usualPayer } from "./overage-payer.ts";
import { publishPlan } from "./publish.ts";
import { readPlan } from "./read.ts";
import { updatePlan } from "./update.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
}, 60_000);
afterAll(() => app.close());

const meter = { meter: "messages", includedUnits: 5, hardCapUnits: 20 };

describe("who pays past the included units", () => {
  it("is the buyer of the plan unless the owner chooses, and never somebody above the owner", () => {
    expect([usualPayer("agency"), usualPayer("reseller")]).toEqual(["reseller", "customer"]);
    expect(payersOf("agency")).toContain("agency");
    expect(payersOf("reseller")).toEqual(["reseller", "customer"]);
  });

  it("stands in every version, and differs between versions where it was changed", async () => {
    const ctx = await agency.ctx();
    const { id } = await createPlan(ctx, { name: "Payers", terms: { meters: [meter] } });
    await publishPlan(ctx, { id });
    expect((await readPlan(ctx, { id })).versions[0]?.terms.meters[0]).toMatchObject({ payer: "reseller" });
    await updatePlan(ctx, { id, terms: { meters: [{ ...meter, payer: "agency" }] } });
    await publishPlan(ctx, { id });
    expect((await readPlan(ctx, { id })).versions[0]?.terms.meters[0]).toMatchObject({ payer: "agency" });
    const { rows } = await app.admin.query(
      "select after->'changes' as changes from audit_entries where object_id = $1 and action = 'plan.publish' order by id",
      [id],
    );
    expect(rows[1].changes).toEqual([
      { of: "payer", meter: "messages", before: "reseller", after: "agency" },
    ]);
  });

  it("is no agency in a reseller's own plan, whoever writes it", async () => {
    const reseller = await newSeller(agency);
    const ctx = await actingAs(agency, "reseller", reseller);
    const terms = { meters: [{ ...meter, payer: "agency" as const }] };
    await expect(createPlan(ctx, { name: "Mine", terms })).rejects.toMatchObject({
      fields: [{ pointer: "/terms/meters/0/payer", code: "payer_wrong" }],
    });
    const { id } = await createPlan(ctx, { name: "Mine", terms: { meters: [meter] } });
    await publishPlan(ctx, { id });
    expect((await readPlan(ctx, { id })).versions[0]?.terms.meters[0]).toMatchObject({ payer: "customer" });
    await expect(
      app.admin.query("update plan_meters set payer = 'agency' where reseller_id = $1", [reseller]),
    ).rejects.toMatchObject({ code: "23514" });
  });

  it("is answered by a decision, and by none within the included units or refused", async () => {
    const reseller = await newSeller(agency, { includedUnits: 5, hardCapUnits: 20 });
    const ask = async (quantity: number) =>
      decideUsage(await agency.ctx(), { accountId: reseller, meter: "messages", quantity });
    expect(await ask(5)).toMatchObject({ reason: "within_included", payer: null });
    expect(await ask(1)).toMatchObject({ reason: "past_included", payer: "reseller" });
    expect(await ask(90)).toMatchObject({ decision: "deny", payer: null });
  });
});
