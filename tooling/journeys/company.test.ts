import { send } from "@tenantry/api/testing/web";
import { createCustomer } from "@tenantry/core/customers/create";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { contextFor, newAgency, newReseller } from "@tenantry/core/testing";
import { newMarket } from "@tenantry/core/testing/market";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

/** The companies as they stand on the page, top to bottom. */
const names = (page: Page) => page.locator("tbody th a").allTextContents();
const csvOf = async (host: string, path: string, session: string) => {
  const { status, text } = await send(world.port, host, path, { session });
  const lines = text.replace("\ufeff", "").trimEnd().split("\r\n");
  return { status, head: lines[0]!.split(","), rows: lines.slice(1).map((line) => line.split(",")) };
};

it("switches between org and My Customer at the top right and on the list, and opens the company by its name", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency, "Harbour Media");
  const ctx = await contextFor(world.app, reseller.host, reseller.owner.session);
  await createCustomer(ctx, { name: "Quay Books" });
  for (const javaScriptEnabled of [true, false]) {
    const page = await world.visitor(reseller.host, { session: reseller.owner.session, javaScriptEnabled });
    await page.goto("/");
    await page.locator("header .switch summary", { hasText: "Partner Portal" }).click();
    await page.locator("header .switch").getByRole("link", { name: "My Customer" }).click();
    await page.getByRole("heading", { level: 1, name: "My Customer" }).waitFor();
    expect(await names(page)).toEqual(["Quay Books"]);
    const views = page.getByRole("navigation", { name: "View" });
    await views.getByRole("link", { name: "org" }).click();
    await page.waitForURL(/view=org/);
    await page.locator("tbody th a", { hasText: "Harbour Media" }).waitFor();
    const heads = ["Company", "Name", "Active", "Customer Type", "Usage", "Coming Expiry Date", "Joined On"];
    expect(await page.getByRole("columnheader").allTextContents()).toEqual(heads);
    expect(await page.locator("tbody tr").count()).toBe(1);
    expect(await page.getByRole("switch").count()).toBe(0);
    await page.locator("tbody th a").click();
    await page.getByRole("heading", { level: 1, name: "Harbour Media" }).waitFor();
    await page.getByRole("heading", { name: "Contact" }).waitFor();
    await page.getByRole("heading", { name: "On invoices" }).waitFor();
    await views.waitFor({ state: "detached" });
    await page.goto("/customers?view=org");
    await views.getByRole("link", { name: "My Customer" }).click();
    await page.locator("tbody th a", { hasText: "Quay Books" }).waitFor();
  }
  expect((await send(world.port, agency.host, "/company", agency.owner)).status).toBe(404);
}, 60_000);

it("sorts by the coming expiry date, and pages", async () => {
  const market = await newMarket(world.app);
  const { direct, ofAgent } = market.customers;
  for (const [customerId, trialDays] of [
    [direct, 20],
    [ofAgent, 9],
  ] as const)
    await createSubscription(await market.as.agency(), {
      ...{ customerId, planId: market.plans.agencys, currency: "EUR", interval: "month", trialDays },
    });
  const { host, owner } = market.agency;
  const page = await world.visitor(host, { session: owner.session });
  await visit(page, "/customers");
  await page.getByRole("link", { name: "Coming Expiry Date" }).click();
  await page.waitForURL(/sort=expiry/);
  await page.locator("tbody tr:first-child", { hasText: "Cove Cafe" }).waitFor();
  expect(await names(page)).toEqual(["Cove Cafe", "Direct Dental", "Harbour Hotel"]);
  await page.getByRole("link", { name: "Coming Expiry Date" }).click();
  await page.waitForURL(/sort=-expiry/);
  await page.locator("tbody tr:first-child", { hasText: "Harbour Hotel" }).waitFor();
  const file = await csvOf(host, "/customers.csv?sort=expiry", owner.session);
  expect(file.rows.map(([name]) => name)).toEqual(["Cove Cafe", "Direct Dental", "Harbour Hotel"]);
});
