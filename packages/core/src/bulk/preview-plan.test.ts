import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { setAllowance } from "../allowances/set.ts";
import type { App } from "../kernel/ctx.ts";
import { actingAs, newCustomer, newLimitedPlan, newSeller } from "../testing/chain.ts";
import { newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { decideUsage } from "../usage/index.ts";
import { carryOutBulkRun } from "./carry-out.ts";
import { previewBulkRun } from "./preview.ts";
import { readBulkRun } from "./read.ts";
import { startBulkRun } from "./start.ts";

let app: TestApp;
let worker: App;
beforeAll(async () => {
  app = await openTestApp();
  worker = { ...app, pool: openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} }) };
});
afterAll(async () => {
  await worker.pool.end();
  await app.close();
});

it.each([
  ["now", 0],
  ["next_period", 0],
  // Promised and used: that is refused by its own name, and only in the month of the use.
  ["now", 60],
] as const)(
  "says before how many %s have promised too much for the plan, and refuses those",
  async (effective, used) => {
    const agency = await newAgency(app);
    const ctx = await agency.ctx();
    const [giver, other] = [
      await newSeller(agency, { includedUnits: 100 }),
      await newSeller(agency, { includedUnits: 100 }),
    ];
    const accountId = await newCustomer(agency, giver);
    const asGiver = await actingAs(agency, "reseller", giver);
    await setAllowance(asGiver, { accountId, meter: "messages", mode: "guaranteed", units: 80 });
    if (used > 0) await decideUsage(ctx, { accountId, meter: "messages", quantity: used });
    const planId = await newLimitedPlan(agency, { includedUnits: 50 });
    const asked = { action: "change_plan" as const, planId, effective, resellers: { ids: [giver, other] } };
    expect(await previewBulkRun(ctx, asked)).toMatchObject({ total: 2, plan: { short: 1 } });
    const { id } = await startBulkRun(ctx, asked);
    await carryOutBulkRun(worker, { agencyId: agency.id, runId: id });
    expect(await readBulkRun(ctx, { id })).toMatchObject({
      ...{ done: 1, failed: 1 },
      failures: [{ id: giver, code: used > 0 ? "plan_promises_used" : "plan_promises_short" }],
    });
  },
);
