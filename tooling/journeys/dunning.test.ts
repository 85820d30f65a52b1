import { remindOfInvoices } from "@tenantry/core/dunning/sweep";
import { type Market, newMarket } from "@tenantry/core/testing/market";
import { openPool } from "@tenantry/db";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { sell } from "./support/sales.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();
let market: Market;
let pool: ReturnType<typeof openPool>;
beforeAll(() => {
  pool = openPool({ url: world.app.workerUrl, max: 2, onConnectionError: () => {} });
});
afterAll(() => pool.end());
beforeEach(async () => {
  market = await newMarket(world.app);
  const { ofSeller } = market.customers;
  await world.app.admin.query("update accounts set email = 'books@hotel.example' where id = $1", [ofSeller]);
});

const asSeller = () => world.visitor(market.seller.host, { session: market.seller.owner.session });
const sweepAt = async (day: string) => {
  await market.at(`${day}T12:00:00Z`);
  await remindOfInvoices(pool);
};
const reminders = (page: Page) => page.getByRole("region", { name: "Reminders" });
const steps = async (page: Page) => {
  const rows = await reminders(page).locator("dl > div").allTextContents();
  return rows.map((row) => row.trim());
};

it("shows an invoice's reminders by their days, sends them, and marks what stays unpaid as past due", async () => {
  const { id } = await sell(market, "ofSeller");
  const page = await asSeller();
  await visit(page, `/invoices/${id}`);
  expect(await steps(page)).toEqual([
    ...["Reminder 127 Mar 2027Next", "Reminder 23 Apr 2027To come"],
    ...["Last reminder13 Apr 2027To come", "Past due23 Apr 2027To come"],
  ]);
  await sweepAt("2027-03-27");
  await page.reload();
  expect((await steps(page)).slice(0, 2)).toEqual(["Reminder 127 Mar 2027Sent", "Reminder 23 Apr 2027Next"]);
  await page.getByRole("region", { name: "Mails" }).getByText("Reminder").waitFor();
  await sweepAt("2027-04-23");
  await page.reload();
  expect((await steps(page)).at(-1)).toBe("Past due23 Apr 2027Reached");
  await visit(page, `/customers/${market.customers.ofSeller}`);
  await page.locator("tr", { hasText: "Past due" }).waitFor();
});

it("pauses the reminders with a reason, which is said until somebody resumes them", async () => {
  const { id } = await sell(market, "ofSeller");
  const page = await asSeller();
  await visit(page, `/invoices/${id}`);
  await reminders(page).getByRole("link", { name: "Pause" }).click();
  await page.getByText("it does not become past due, until somebody resumes them").waitFor();
  await page.getByRole("button", { name: "Pause reminders" }).click();
  await page.locator(".msg.err").waitFor();
  await page.getByLabel("Reason").fill("They say it was not delivered");
  await page.getByRole("button", { name: "Pause reminders" }).click();
  await page.getByText("Paused on 10 Mar 2027: They say it was not delivered").waitFor();
  await sweepAt("2027-04-06");
  await page.reload();
  expect((await steps(page)).map((step) => step.slice(-6))).toEqual(Array(4).fill("Paused"));
  await reminders(page).getByRole("link", { name: "Resume" }).click();
  await page.getByText("A day that fell into the pause is made up for today").waitFor();
  await page.getByRole("button", { name: "Resume reminders" }).click();
  await page.getByText("Reminders resumed").waitFor();
  expect((await steps(page)).slice(0, 2)).toEqual([
    "Reminder 16 Apr 2027Next",
    "Reminder 213 Apr 2027To come",
  ]);
});

it("says where nobody can be written to", async () => {
  const { id } = await sell(market, "direct");
  const page = await world.visitor(market.agency.host, { session: market.agency.owner.session });
  await visit(page, `/invoices/${id}`);
  await page.getByText("This customer has no email address").waitFor();
});
