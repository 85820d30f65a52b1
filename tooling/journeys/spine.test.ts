import { newAgency, newReseller } from "@tenantry/core/testing";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ingestKey, report } from "./support/usage.ts";
import { visit } from "./support/visit.ts";
import { openWorker, type Worker } from "./support/worker.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();
let worker: Worker;
beforeAll(async () => {
  worker = await openWorker(world.app);
});
afterAll(() => worker?.stop());

async function scene() {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const support = "update brands set support_email = $2 where agency_id = $1";
  await world.app.admin.query(support, [agency.id, `help@${agency.slug}.example`]);
  return { agency, reseller };
}

const switchOf = (page: Page, name: string) => page.getByRole("switch", { name: `${name} access` });

it("shows reported usage on the agency's card and on the reseller's home", async () => {
  const { agency, reseller } = await scene();
  const key = await ingestKey(agency);
  expect(await report(world, agency.host, key, { accountId: reseller.id, quantity: 1_234 })).toBe(200);
  await worker.fold();
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await page.goto("/resellers");
  const card = page.getByRole("link", { name: /^Messages Consumed/ });
  expect(await card.textContent()).toContain("1,234");
  const home = await world.visitor(reseller.host, { session: reseller.owner.session });
  await home.goto("/");
  expect(await home.locator("dd.v").first().textContent()).toMatch(/^1,234 of/);
});

it("locks a reseller out by one toggle and lets the same session go on after Z", async () => {
  const { agency, reseller } = await scene();
  const theirs = await world.visitor(reseller.host, { session: reseller.owner.session });
  await visit(theirs, "/");
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers");

  const toggle = switchOf(page, reseller.name);
  let letPass = () => {};
  const held = new Promise<void>((resolve) => {
    letPass = resolve;
  });
  await page.route("**/status.data", async (route) => {
    await held;
    await route.continue();
  });
  await toggle.click();
  // Nothing has been answered yet, and it stands where the person put it.
  await page.waitForFunction(
    () => document.querySelector("[role=switch]")?.getAttribute("aria-checked") === "false",
  );
  letPass();
  const toast = page.locator(".toast", { hasText: "deactivated" });
  await toast.waitFor();
  expect(await toast.textContent()).toContain(
    `${reseller.name} deactivated — 1 person loses access, it has no customers.`,
  );
  expect(await toggle.getAttribute("aria-checked")).toBe("false");

  await theirs.getByRole("link", { name: "Plans" }).first().click();
  await theirs.getByRole("heading", { name: "This account is not open at the moment" }).waitFor();
  await theirs.getByRole("link", { name: `help@${agency.slug}.example` }).waitFor();

  await page.locator("body").press("z");
  await page.locator(".toast", { hasText: `${reseller.name} activated` }).waitFor();
  await theirs.goto("/plans");
  await theirs.getByRole("heading", { level: 1, name: "Plans" }).waitFor();
});

it("toggles and undoes without a script", async () => {
  const { agency, reseller } = await scene();
  const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await page.goto("/resellers?sort=name");
  await switchOf(page, reseller.name).click();
  await page.locator(".toast").waitFor();
  expect(new URL(page.url()).search).toBe("?sort=name");
  expect(await page.getByRole("status").textContent()).toContain("1 person loses access");
  expect(await switchOf(page, reseller.name).getAttribute("aria-checked")).toBe("false");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator(".toast", { hasText: `${reseller.name} activated` }).waitFor();
  expect(await switchOf(page, reseller.name).getAttribute("aria-checked")).toBe("true");
  const theirs = await world.visitor(reseller.host, { session: reseller.owner.session });
  expect((await theirs.goto("/"))?.status()).toBe(200);
});
