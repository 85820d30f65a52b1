import { send } from "@tenantry/api/testing/web";
import { addPerson, newDistributor } from "@tenantry/core/testing";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { newEarnings } from "./support/earnings.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

/** The last amount of a text, in cents. */
const inCents = (text: string) => {
  const [, sign, digits] = text.match(/(-?)€([\d,]+\.\d\d)(?!.*€)/)!;
  return Number(`${sign}${digits!.replace(/\D/g, "")}`);
};
/** The sum of a table's column. */
const cents = async (page: Page, column: string) => {
  const texts = await page.locator(`tbody td[data-l="${column}"]`).allTextContents();
  return texts.reduce((all, text) => all + inCents(text), 0);
};
const card = (page: Page, name: string) => page.locator(".stat", { hasText: name }).first();
const shownOn = async (page: Page, name: string) =>
  inCents((await card(page, name).locator(".v").textContent())!);
/** Follows a card's link to the list of this title. */
const openCard = async (page: Page, name: string, title: string) => {
  await card(page, name).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
};

/** Three sales through the agent, one of them given back in part, and a direct one. */
async function traded() {
  const earnings = await newEarnings(world.app);
  const first = await earnings.sell(3);
  await earnings.sell(4);
  await earnings.sell(5, earnings.customers.direct);
  await earnings.refund(first, 1_000);
  return earnings;
}

it("shows an agency its figures, each of them the sum of the list it leads to, and exports them", async () => {
  const { agency, agent } = await traded();
  const { session } = agency.owner;
  const page = await world.visitor(agency.host, { session });
  await visit(page, "/commissions");
  await page.getByRole("link", { name: "Reports" }).click();
  await page.getByRole("heading", { level: 1, name: "Reports" }).waitFor();
  for (const [name, expected] of [
    ["Revenue, net", 11_000],
    ["Paid, with tax", 12_000],
    ["Commission", 750],
    ["Margin", 10_250],
    ["MRR now", 12_000],
  ] as const)
    expect(await shownOn(page, name)).toBe(expected);
  for (const [name, title, column] of [
    ["Revenue, net", "Invoices", "Net"],
    ["Paid, with tax", "Invoices", "Total"],
    ["Commission", "Commissions", "Commission"],
    ["MRR now", "Subscriptions", "MRR"],
  ] as const) {
    const shown = await shownOn(page, name);
    await openCard(page, name, title);
    expect(await cents(page, column)).toBe(shown);
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Reports" }).waitFor();
  }
  expect(await cents(page, "Margin")).toBe(10_250);
  await page.getByRole("link", { name: "By reseller" }).click();
  const row = page.locator("tbody tr", { hasText: agent.name });
  await row.waitFor();
  await page.locator("tbody tr", { hasText: "Without a reseller" }).waitFor();
  const href = await page.getByRole("link", { name: "Download CSV" }).getAttribute("href");
  const { text } = await send(world.port, agency.host, href!, { session });
  expect(text).toContain(
    "Reseller,Currency,Invoiced,Tax,Credit notes,Tax of credit notes,Revenue,Paid,Commission,Margin,MRR now",
  );
  expect(text).toContain(`${agent.name},EUR,70.00,0.00,-10.00,0.00,60.00,70.00,7.50,52.50,70.00`);
  await row.getByRole("link", { name: "€60.00" }).click();
  await page.getByRole("link", { name: /Issued 1–10 Mar 2027/ }).waitFor();
  expect(await cents(page, "Net")).toBe(6_000);
}, 90_000);

it("keeps chosen days in the address, draws months, and says when days are no range, without a script", async () => {
  const { agency } = await traded();
  const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await page.goto("/reports");
  await page.getByLabel("From").fill("2027-01-01");
  await page.getByLabel("To").fill("2027-04-30");
  await page.getByRole("button", { name: "Show" }).click();
  expect(page.url()).toContain("from=2027-01-01&to=2027-04-30");
  await page.getByRole("img", { name: /The highest is €110.00 in March 2027/ }).waitFor();
  await page.getByText("View as table").click();
  await page.getByRole("row", { name: "March 2027 €110.00" }).waitFor();
  const recurring = "/subscriptions?state=active&sold=own&sort=-mrr&currency=EUR";
  expect(await card(page, "MRR now").getAttribute("href")).toBe(recurring);
  await page.getByRole("link", { name: "Last month" }).click();
  await page.getByText("Nothing on these days").waitFor();
  await page.goto("/reports?from=2027-03-10&to=2027-03-01");
  await page.getByText("The last day has to come after the first").waitFor();
  const { session } = agency.owner;
  const file = await send(world.port, agency.host, "/reports.csv?from=2027-03-10&to=2027-03-01", { session });
  expect(file.status).toBe(404);
  await page.getByRole("link", { name: "Our resellers' own sales" }).click();
  await page.getByText("Nothing on these days").waitFor();
}, 60_000);

it("lists subscriptions by what they bring in a month, finds and exports them, and leads from a customer's and reseller's sum", async () => {
  const { agency, agent } = await traded();
  const { session } = agency.owner;
  const page = await world.visitor(agency.host, { session });
  await visit(page, "/reports?by=reseller&sort=-mrr");
  const row = page.locator("tbody tr", { hasText: agent.name });
  await row.locator('td[data-l="MRR now"]').getByRole("link", { name: "€70.00" }).click();
  await page.getByRole("heading", { level: 1, name: "Subscriptions" }).waitFor();
  expect(await cents(page, "MRR")).toBe(7_000);
  expect(await page.locator("tbody tr").first().textContent()).toContain("€40.00");
  await page.getByRole("link", { name: "MRR" }).click();
  await page.waitForURL(/sort=mrr/);
  await page.locator("tbody tr").first().getByText("€30.00").waitFor();
  const href = await page.getByRole("link", { name: "Export" }).getAttribute("href");
  const { text } = await send(world.port, agency.host, href!, { session });
  expect(text).toMatch(/Cove Cafe,\w+,3,EUR,10.00,Month,2027-03-10,2027-04-10,Active,.*,30.00\r?\n.*40.00/);
  await visit(page, "/invoices");
  await page.getByRole("link", { name: "Subscriptions" }).click();
  await page.getByRole("heading", { level: 1, name: "Subscriptions" }).waitFor();
  await page.getByLabel("Search by number or customer").fill("direct");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=direct/);
  await page.locator("tbody tr", { hasText: "Cove Cafe" }).first().waitFor({ state: "detached" });
  await page.locator("tbody tr", { hasText: "Direct Dental" }).waitFor();
  expect(await page.locator("tbody tr").count()).toBe(1);
  const theirs = await world.visitor(agent.host, {
    session: agent.owner.session,
    viewport: { width: 360, height: 740 },
  });
  await visit(theirs, "/subscriptions?sold=own");
  await theirs.getByText("No subscription matches").waitFor();
  await theirs.goto("/subscriptions?sold=others");
  expect(await cents(theirs, "MRR")).toBe(7_000);
  expect(await theirs.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
}, 90_000);

it("shows a reseller what it sold for the agency and earned by it, fits a phone, and is no page of a distributor's or of support's", async () => {
  const { agency, agent } = await traded();
  const page = await world.visitor(agent.host, {
    session: agent.owner.session,
    viewport: { width: 360, height: 740 },
  });
  await visit(page, "/reports");
  expect(await shownOn(page, "Commission")).toBe(750);
  await page.getByRole("link", { name: "Sold for commission" }).waitFor();
  expect(await page.getByText("Margin", { exact: true }).count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const shown = await shownOn(page, "Commission");
  await openCard(page, "Commission", "Commissions");
  expect(await cents(page, "Commission")).toBe(shown);
  const distributor = await newDistributor(world.app, agency);
  const place = { agencyId: agency.id, accountId: agency.id, resellerId: agency.id };
  const support = await addPerson(world.app, agency.host, place, "support");
  for (const path of ["/reports", "/reports.csv"])
    expect((await send(world.port, agency.host, path, support)).status).toBe(403);
  expect((await send(world.port, distributor.host, "/reports", distributor.owner)).status).toBe(404);
}, 60_000);
