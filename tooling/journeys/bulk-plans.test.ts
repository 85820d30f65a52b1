import { setAllowance } from "@tenantry/core/allowances/set";
import { createPlan } from "@tenantry/core/plans/create";
import { publishPlan } from "@tenantry/core/plans/publish";
import { newAgency } from "@tenantry/core/testing";
import { actingAs, newCustomer, newLimitedPlan, newSeller } from "@tenantry/core/testing/chain";
import { expect, it } from "vitest";
import { manyResellers } from "./support/many-resellers.ts";
import { visit } from "./support/visit.ts";
import { openWorker } from "./support/worker.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("says of whom has promised too much for a plan that it will be refused, and why it was", async () => {
  const agency = await newAgency(world.app);
  const giver = await newSeller(agency, { includedUnits: 100 });
  const accountId = await newCustomer(agency, giver);
  const asGiver = await actingAs(agency, "reseller", giver);
  await setAllowance(asGiver, { accountId, meter: "messages", mode: "guaranteed", units: 80 });
  const planId = await newLimitedPlan(agency, { includedUnits: 50 });
  const worker = await openWorker(world.app);
  try {
    const page = await world.visitor(agency.host, { session: agency.owner.session });
    await visit(page, `/resellers/bulk?action=change_plan&toPlan=${planId}&ids=${giver}`);
    await page.getByText("1 has promised more units than it covers, and will be refused.").waitFor();
    await page.getByRole("button", { name: "Change 1 plan" }).click();
    await page.getByText("0 of 1 changed, 1 refused.").waitFor();
    await page.getByText("It has promised more units than the plan covers.").waitFor();
  } finally {
    await worker.stop();
  }
}, 60_000);

it("puts many on a plan after saying what it means, and tells how it went, with and without scripts", async () => {
  const agency = await newAgency(world.app);
  await manyResellers(world.app, agency, 6);
  const ctx = await agency.ctx();
  const { id } = await createPlan(ctx, { name: "Scale" });
  await publishPlan(ctx, { id });
  const worker = await openWorker(world.app);
  try {
    const page = await world.visitor(agency.host, { session: agency.owner.session });
    await visit(page, "/resellers?sort=name");
    await page.getByRole("checkbox", { name: "Select Reseller 0001" }).check();
    await page.getByRole("checkbox", { name: "Select Reseller 0003" }).check();
    await page.getByText("2 selected").waitFor();
    await page.getByRole("button", { name: "Change plan", exact: true }).click();
    await page.getByRole("heading", { name: "Change plan" }).waitFor();
    await page.getByLabel("Plan", { exact: true }).selectOption({ label: "Scale, version 1" });
    await page.getByLabel("When").selectOption("now");
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByRole("heading", { name: "Change the plan of 2 resellers" }).waitFor();
    await page.getByText("They come to Scale, version 1.").waitFor();
    await page.getByRole("button", { name: "Change 2 plans" }).click();
    await page.getByText("2 of 2 changed, 0 refused.").waitFor();
    await page.getByRole("heading", { name: "Finished" }).waitFor();

    const plain = await world.visitor(agency.host, {
      session: agency.owner.session,
      javaScriptEnabled: false,
    });
    await plain.goto("/resellers?sort=name");
    await plain.getByLabel("All that match").check();
    await plain.getByRole("button", { name: "Change plan", exact: true }).click();
    await plain.getByLabel("Plan", { exact: true }).selectOption({ label: "Scale, version 1" });
    await plain.getByRole("button", { name: "Preview" }).click();
    // Those that are on it already are left out.
    await plain.getByRole("heading", { name: "Change the plan of 4 resellers" }).waitFor();
    await plain.getByRole("button", { name: "Change 4 plans" }).click();
    await plain.waitForURL(/bulk-runs/);
    while (!(await plain.getByText("Finished").isVisible())) await plain.reload();
    expect(await plain.getByText("4 of 4 changed, 0 refused.").isVisible()).toBe(true);
  } finally {
    await worker.stop();
  }
}, 60_000);
