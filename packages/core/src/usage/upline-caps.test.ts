import { afterAll, beforeAll, expect, it } from "vitest";
import { changePlan } from "../resellers/change-plan.ts";
import { letters } from "../testing/agency.ts";
import { newCustomer, newLimitedPlan } from "../testing/chain.ts";
import {
  type Agency,
  asUpline,
  newAgency,
  newReseller,
  newResellerOf,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { foldUsage } from "./fold.ts";
import { decideUsage, ingestUsage } from "./index.ts";

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
});
afterAll(() => app.close());

const meter = "messages";

/** A reseller with resellers, on a plan with caps, and a customer of one beneath it. */
async function newTree() {
  const upline = await asUpline(app, agency, await newReseller(app, agency));
  const planId = await newLimitedPlan(agency, { includedUnits: 50, softCapUnits: 80, hardCapUnits: 100 });
  await changePlan(await agency.ctx(), { id: upline.id, planId, effective: "now" });
  const beneath = await newResellerOf(app, agency, upline);
  return { upline: upline.id, customer: await newCustomer(agency, beneath.id) };
}

async function capsOf(accountId: string): Promise<string[]> {
  const { rows } = await app.admin.query("select cap from usage_caps where account_id = $1 order by cap", [
    accountId,
  ]);
  return rows.map(({ cap }) => cap);
}

it("come with what its resellers' customers report", async () => {
  const { upline, customer } = await newTree();
  for (const [quantity, reached] of [
    [79, []],
    [1, ["soft"]],
    [20, ["hard", "soft"]],
  ] as const) {
    const ctx = await agency.ctx();
    const event = { source: "test", eventId: letters(20), meter, accountId: customer, quantity };
    await ingestUsage(ctx, { events: [{ ...event, at: ctx.now.toISOString() }] });
    await foldUsage(app.pool, agency.id);
    expect(await capsOf(upline)).toEqual(reached);
  }
});

it("come with what is granted to its resellers' customers, and are told as the upline's", async () => {
  const { upline, customer } = await newTree();
  const ask = async (quantity: number) =>
    decideUsage(await agency.ctx(), { accountId: customer, meter, quantity });
  expect((await ask(79)).decision).toBe("allow");
  expect(await capsOf(upline)).toEqual([]);
  expect((await ask(21)).decision).toBe("warn");
  expect(await capsOf(upline)).toEqual(["hard", "soft"]);
  expect(await ask(1)).toMatchObject({
    decision: "deny",
    reason: "past_hard_cap",
    limit: { level: "upline", accountId: upline, limitUnits: 100, units: 100 },
  });
});
