import { send } from "@tenantry/api/testing/web";
import { changeType } from "@tenantry/core/resellers/change-type";
import { newAgency, newReseller } from "@tenantry/core/testing";
import { expect, it } from "vitest";
import { takenOver, visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

async function scene() {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  return { agency, reseller, page };
}

it("makes a plan, publishes it, changes it, and shows what differs between the versions", async () => {
  const { page } = await scene();
  await visit(page, "/plans/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Scale");
  await page.getByLabel("EUR per month").fill("1,049.5");
  const messages = page.getByRole("group", { name: "Messages", exact: true });
  await messages.getByLabel("Included").fill("10,000");
  await messages.getByLabel("Units in a block").fill("1000");
  await messages.getByLabel("Stop at").fill("5");
  await messages.getByLabel("EUR per block").fill("4");
  await messages.getByLabel("Your cost per block, EUR").fill("1.50");
  await page.getByRole("button", { name: "Save draft" }).click();
  expect(await page.getByRole("alert").textContent()).toContain("Stop at, Messages");
  expect(await page.getByLabel("EUR per month").inputValue()).toBe("1,049.5");
  await messages.getByLabel("Stop at").fill("20000");
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.locator(".toast", { hasText: "Scale was created as a draft" }).waitFor();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await page.locator(".toast", { hasText: "Version 1 of Scale is published" }).waitFor();
  await page.getByText("€1,049.50 a month").waitFor();
  // 10,000 units at 1.50 for 1,000 of them.
  await page.getByRole("cell", { name: "€1,034.50" }).waitFor();

  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await messages.getByLabel("Included").fill("12000");
  await page.getByRole("button", { name: "Save draft" }).click();
  const changes = page.getByRole("table", { name: "Changes" });
  await changes.getByRole("row", { name: "Messages: included 10,000 12,000" }).waitFor();
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await page.locator(".toast", { hasText: "Version 2 of Scale is published" }).waitFor();
});

it("says of a reseller on commission that its kind makes no plans, not that its owner's role does not", async () => {
  const { agency, reseller } = await scene();
  await changeType(await agency.ctx(), { id: reseller.id, type: "commission" });
  const answer = await send(world.port, reseller.host, "/plans/new", reseller.owner);
  expect(answer.status).toBe(403);
  expect(answer.text).toMatch(/<p[^>]*>This kind of account cannot do this/);
});

it("adds a currency and saves without a script, losing nothing that was typed", async () => {
  const { agency } = await scene();
  const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await page.goto("/plans/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Kiosk");
  await page.getByLabel("EUR per month").fill("9.90");
  await page.getByLabel("Another currency").selectOption("JPY");
  await page.getByRole("button", { name: "Add currency" }).click();
  expect(await page.getByLabel("EUR per month").inputValue()).toBe("9.90");
  await page.getByLabel("JPY per month").fill("1200.5");
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.locator(".msg.err", { hasText: "Give an amount of 0 or more" }).waitFor();
  await page.getByLabel("JPY per month").fill("1200");
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.getByText("€9.90 a month, JP¥1,200 a month").waitFor();
  await page.getByRole("link", { name: "Archive" }).click();
  await page.getByRole("button", { name: "Archive plan" }).click();
  await page.goto("/plans?state=archived");
  await page.getByRole("link", { name: "Kiosk" }).click();
  await page.getByRole("button", { name: "Restore" }).click();
  await page.locator(".toast", { hasText: "Kiosk was restored" }).waitFor();
});

it("changes a reseller's plan after showing what that means, and calls off what waits (B-34)", async () => {
  const { reseller, page } = await scene();
  await visit(page, `/resellers/${reseller.id}`);
  await page.getByRole("link", { name: "Change plan" }).click();
  await page.getByLabel("Plan", { exact: true }).selectOption({ label: "Growth, version 1" });
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("row", { name: "Messages 10,000 50,000 0 Fits" }).waitFor();
  await page.getByRole("button", { name: "Change plan" }).click();
  await page.locator(".toast", { hasText: "changes to Growth, version 1 on 1 " }).waitFor();
  await page.getByRole("link", { name: "Change plan" }).click();
  await page.getByRole("button", { name: "Keep the plan it has" }).click();
  await page.locator(".toast", { hasText: "keeps the plan it has" }).waitFor();

  await page.getByLabel("Plan", { exact: true }).selectOption({ label: "Growth, version 1" });
  await page.getByLabel("When").selectOption("now");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("Takes effect at once.").waitFor();
  await page.getByRole("button", { name: "Change plan" }).click();
  await page.locator(".toast", { hasText: "is on Growth, version 1 now" }).waitFor();
  await page.getByRole("button", { name: "Growth plan details" }).waitFor();
});

it("a reseller with plans of its own makes one on its own host, and sees none of the agency's others", async () => {
  const { reseller } = await scene();
  const page = await world.visitor(reseller.host, { session: reseller.owner.session });
  await visit(page, "/plans");
  await page.getByRole("heading", { name: "No plans yet" }).waitFor();
  expect(await page.getByText("Growth").count()).toBe(0);
  await page.getByRole("heading", { name: "Your plan" }).waitFor();
  await page.getByRole("link", { name: "New plan" }).first().click();
  await page.waitForURL("/plans/new");
  await takenOver(page);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Shop");
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.getByRole("button", { name: "Publish version 1" }).click();
  await page.locator(".toast", { hasText: "Version 1 of Shop is published" }).waitFor();
});
