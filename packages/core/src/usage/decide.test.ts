import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "../customers/create.ts";
import { letters } from "../testing/agency.ts";
import { type MeterLimits, newCustomer, newSeller } from "../testing/chain.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { decide, taken } from "./decide-rule.ts";
import { decideUsage, foldUsage, ingestUsage } from "./index.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp({ max: 10 });
  agency = await newAgency(app);
}, 60_000);
afterAll(() => app.close());

/** A reseller on a plan with these limits, and one of its customers. */
async function newChain(limits: Omit<MeterLimits, "meter">, meter = "messages") {
  const reseller = await newSeller(agency, { meter, ...limits });
  return { reseller, customer: await newCustomer(agency, reseller) };
}

async function ask(accountId: string, quantity: number, meter = "messages") {
  return decideUsage(await agency.ctx(), { accountId, meter, quantity });
}

async function report(accountId: string, quantity: number, meter = "messages") {
  const ctx = await agency.ctx();
  const event = {
    source: "test",
    eventId: letters(20),
    meter,
    accountId,
    quantity,
    at: ctx.now.toISOString(),
  };
  await ingestUsage(ctx, { events: [event] });
}

describe("the rule", () => {
  // Few values and many runs, so that one unit past a cap comes up in every run.
  const units = fc.integer({ min: 0, max: 8 });
  const maybe = fc.option(units);

  it("denies past a hard cap and only there, and warns past a soft one", () => {
    fc.assert(
      fc.property(maybe, maybe, maybe, units, (includedUnits, softCapUnits, hardCapUnits, after) => {
        const { decision } = decide({ includedUnits, softCapUnits, hardCapUnits }, after);
        expect(decision === "deny").toBe(hardCapUnits !== null && after > hardCapUnits);
        if (decision === "warn") expect(after).toBeGreaterThan(softCapUnits ?? Number.NaN);
        if (decision === "allow" && softCapUnits !== null) expect(after).toBeLessThanOrEqual(softCapUnits);
      }),
      { numRuns: 2_000 },
    );
  });

  it("counts the higher of granted and reported; a gauge told anew speaks for itself", () => {
    expect(taken("counter", { units: 10, seen: 0 }, 7)).toBe(10);
    expect(taken("counter", { units: 10, seen: 0 }, 12)).toBe(12);
    expect(taken("gauge", { units: 10, seen: 8 }, 8)).toBe(10);
    expect(taken("gauge", { units: 10, seen: 8 }, 3)).toBe(3);
  });
});

describe("usage.decide", () => {
  it("goes from included to charged, to a warning, to a refusal, with its numbers", async () => {
    const { customer, reseller } = await newChain({ includedUnits: 10, softCapUnits: 15, hardCapUnits: 20 });
    const caps = { includedUnits: 10, softCapUnits: 15, hardCapUnits: 20, resellerId: reseller };
    expect(await ask(customer, 10)).toEqual({
      ...caps,
      ...{ decision: "allow", reason: "within_included", payer: null, units: 10, remainingUnits: 10 },
      limit: { level: "reseller", accountId: reseller, limitUnits: 20, units: 10, remainingUnits: 10 },
    });
    expect(await ask(customer, 5)).toMatchObject({
      ...{ decision: "allow", reason: "past_included", payer: "reseller", units: 15 },
    });
    expect(await ask(reseller, 3)).toMatchObject({ decision: "warn", reason: "past_soft_cap", units: 18 });
    const refused = { decision: "deny", reason: "past_hard_cap", payer: null, units: 18, remainingUnits: 2 };
    expect(await ask(customer, 3)).toMatchObject(refused);
    expect(await ask(customer, 2)).toMatchObject({ decision: "warn", units: 20, remainingUnits: 0 });
  });

  it("never grants more than the hard cap, however many ask at once (T45)", async () => {
    for (const cap of [1, 7, 25]) {
      const { customer, reseller } = await newChain({ includedUnits: 0, hardCapUnits: cap });
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) => ask(n % 2 === 0 ? customer : reseller, 1)),
      );
      expect(answers.filter(({ decision }) => decision !== "deny")).toHaveLength(cap);
      const levels = answers.filter(({ decision }) => decision !== "deny").map(({ units }) => units);
      expect(new Set(levels).size).toBe(cap);
    }
  }, 60_000);

  it("counts what was reported without asking, and what was granted and then reported once", async () => {
    const { customer } = await newChain({ includedUnits: 0, hardCapUnits: 20 });
    await ask(customer, 5);
    await report(customer, 5);
    expect(await ask(customer, 1)).toMatchObject({ units: 6 });
    await report(customer, 10);
    expect(await ask(customer, 1)).toMatchObject({ units: 16 });
    await foldUsage(app.pool, agency.id);
    expect(await ask(customer, 5)).toMatchObject({ decision: "deny", units: 16 });
  });

  it("takes a gauge's report for what is taken", async () => {
    const { reseller } = await newChain({ includedUnits: 1, hardCapUnits: 3 }, "team_members");
    expect(await ask(reseller, 3, "team_members")).toMatchObject({ units: 3 });
    expect(await ask(reseller, 1, "team_members")).toMatchObject({ decision: "deny" });
    await report(reseller, 1, "team_members");
    await foldUsage(app.pool, agency.id);
    expect(await ask(reseller, 1, "team_members")).toMatchObject({ units: 2, remainingUnits: 1 });
  });

  it("limits nothing where no plan does", async () => {
    const { customer } = await newChain({ includedUnits: 5, hardCapUnits: 5 });
    expect(await ask(customer, 1_000, "whatsapp_messages")).toMatchObject({
      reason: "no_limit",
      units: null,
    });
    const direct = await createCustomer(await agency.ctx(), { name: "Direct" });
    expect(await ask(direct.id, 1_000)).toMatchObject({ decision: "allow", resellerId: null });
  });

  it("says what is wrong with a question", async () => {
    const ctx = await agency.ctx();
    await expect(ask(crypto.randomUUID(), 1)).rejects.toMatchObject({ code: "not_found" });
    await expect(decideUsage(ctx, { meter: "messages", quantity: 1 })).rejects.toMatchObject({
      fields: [{ pointer: "/externalId", code: "required" }],
    });
    await expect(ask(agency.id, 1, "carrots")).rejects.toMatchObject({
      fields: [{ pointer: "/meter", code: "meter_unknown" }],
    });
  });
});
