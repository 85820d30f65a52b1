import { send } from "@tenantry/api/testing/web";
import { setRate } from "@tenantry/core/commissions/set-rate";
import { changePlan } from "@tenantry/core/resellers/change-plan";
import { listSubscriptions } from "@tenantry/core/subscriptions/list";
import { addPerson } from "@tenantry/core/testing";
import { newMarket, newPricedPlan } from "@tenantry/core/testing/market";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

/** Chooses on the page that asks, and looks at what it comes to. */
async function look(page: Page, quantity: string, trialDays?: string) {
  await page.getByLabel("Quantity").fill(quantity);
  if (trialDays) await page.getByLabel("Trial days").fill(trialDays);
  await page.getByRole("button", { name: "Show what it comes to" }).click();
  await page.getByRole("heading", { name: "What it comes to" }).waitFor();
}

it("adds a product for a customer as a commission reseller: looked at, ordered, invoiced, with its link to copy (D-25..D-27)", async () => {
  const market = await newMarket(world.app);
  const { agent, customers } = market;
  await setRate(await market.as.agency(), { subject: "reseller", id: agent.id, rateBps: 1_250 });
  const page = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(page, `/customers/${customers.ofAgent}`);
  await page.getByText("Nothing has been sold to it yet.").waitFor();
  await page.getByRole("link", { name: "Add Product" }).click();
  await look(page, "3");
  await page.getByText("€3.75, 12.5% from the reseller").waitFor();
  // What is typed since has not been looked at: nothing else can be ordered.
  await page.getByLabel("Quantity").fill("7");
  await page.getByRole("heading", { name: "What it comes to" }).waitFor({ state: "detached" });
  expect(await page.getByRole("button", { name: "Add product" }).count()).toBe(0);
  await look(page, "3");
  await page.getByRole("button", { name: "Add product" }).click();
  await page.locator(".toast", { hasText: "added" }).waitFor();
  await page.getByRole("heading", { level: 1, name: /INV-000001/ }).waitFor();
  const link = await page.getByLabel("Address").inputValue();
  expect(new URL(link)).toMatchObject({
    hostname: agent.host,
    pathname: expect.stringMatching(/^\/pay\/[\w.-]{40,}$/),
  });

  await visit(page, `/customers/${customers.ofAgent}`);
  await page.getByText("renews 10 Apr 2027").waitFor();
  await page.getByRole("link", { name: "INV-000001" }).first().waitFor();
  await page.getByText("Ordered: 3 ×").waitFor();
  await page.getByText("12.5% from the reseller").waitFor();
  await visit(page, "/customers");
  await page.locator("tbody td", { hasText: "10 Apr 2027" }).waitFor();
}, 60_000);

it("orders once, however often the form is sent", async () => {
  const market = await newMarket(world.app);
  const { agency, customers } = market;
  const { session } = agency.owner;
  const page = await world.visitor(agency.host, { session, javaScriptEnabled: false });
  await page.goto(`/customers/${customers.direct}/sell`);
  await page.getByRole("button", { name: "Show what it comes to" }).click();
  await page.getByRole("heading", { name: "What it comes to" }).waitFor();
  const fields = await page
    .locator("#form")
    .evaluate((form) =>
      [...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
    );
  const order = () =>
    send(world.port, agency.host, `/customers/${customers.direct}/sell`, {
      session,
      body: new URLSearchParams(fields).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
  const answers = await Promise.all([order(), order(), order()]);
  answers.push(await order());
  expect(answers.map(({ status }) => status)).toContain(302);
  expect(
    new Set(answers.filter(({ status }) => status === 302).map(({ headers }) => headers.location)).size,
  ).toBe(1);
  const { rows } = await world.app.admin.query(
    "select count(*)::int as count from subscriptions where agency_id = $1",
    [agency.id],
  );
  expect(rows).toEqual([{ count: 1 }]);
}, 60_000);

it.each([true, false])(
  "sells once to whoever goes back and orders again, and says what runs before it is sold beside it (script: %s)",
  async (javaScriptEnabled) => {
    const { agency, customers } = await newMarket(world.app);
    const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled });
    await page.goto(`/customers/${customers.direct}/sell`);
    await look(page, "3");
    await page.getByRole("button", { name: "Add product" }).click();
    await page.getByRole("heading", { level: 1, name: /INV-000001/ }).waitFor();
    await page.goBack();
    await page.getByText("This customer has").waitFor();
    await page.getByRole("button", { name: "Add product" }).click();
    await page.getByText("This was ordered already").waitFor();
    await page.getByRole("heading", { level: 1, name: /INV-000001/ }).waitFor();
    // Looked at anew it is another one.
    await page.goto(`/customers/${customers.direct}/sell`);
    await look(page, "3");
    await page.getByText(/This customer has .* already, 3 ×\./).waitFor();
    await page.getByRole("button", { name: "Add product" }).click();
    await page.getByRole("heading", { level: 1, name: /INV-000002/ }).waitFor();
  },
  60_000,
);

it("without a script orders nothing but what was looked at: another value leads to what that comes to", async () => {
  const market = await newMarket(world.app);
  const { agency, seller, customers, as } = market;
  const price = (interval: "month" | "year") => ({ currency: "EUR", interval, amountMinor: 3_100 });
  const planId = await newPricedPlan(await as.agency(), [price("month"), price("year")], "Wholesale 50");
  await changePlan(await as.agency(), { id: seller.id, planId, effective: "now" });
  const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  const differs = page.getByText("Something was changed after the preview");
  await page.goto(`/customers/${customers.direct}/sell`);
  await look(page, "3");
  await page.getByLabel("Quantity").fill("7");
  await page.getByRole("button", { name: "Add product" }).click();
  await differs.waitFor();
  expect((await listSubscriptions(await as.agency(), {})).subscriptions).toEqual([]);
  await page.getByRole("button", { name: "Add product" }).click();
  await page.getByText("€70.00").first().waitFor();

  const [sold] = (await listSubscriptions(await as.agency(), {})).subscriptions;
  await page.goto(`/subscriptions/${sold!.id}/change`);
  await look(page, "8");
  await page.getByLabel("Quantity").fill("9");
  await page.getByRole("button", { name: "Change" }).click();
  await differs.waitFor();
  expect((await listSubscriptions(await as.agency(), {})).subscriptions).toMatchObject([{ quantity: 7 }]);
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByRole("heading", { level: 1, name: /INV-/ }).waitFor();
  expect((await listSubscriptions(await as.agency(), {})).subscriptions).toMatchObject([{ quantity: 9 }]);

  await page.goto(`/resellers/${seller.id}/wholesale`);
  await page.getByRole("button", { name: "Show what it comes to" }).click();
  await page.getByLabel("Price").selectOption({ label: "€31.00 a year" });
  await page.getByRole("button", { name: "Charge from today" }).click();
  await differs.waitFor();
  await page.getByRole("button", { name: "Charge from today" }).click();
  await page.getByRole("heading", { level: 1, name: /INV-/ }).waitFor();
  expect((await listSubscriptions(await as.agency(), { sold: "own" })).subscriptions).toMatchObject([
    { wholesale: true, interval: "year" },
    { quantity: 9 },
  ]);
}, 60_000);

it("starts a trial licence that costs nothing yet, changes it, cancels it and lets it go on", async () => {
  const market = await newMarket(world.app);
  const { seller, customers } = market;
  const dear = [{ currency: "EUR", interval: "month" as const, amountMinor: 2_500 }];
  await newPricedPlan(await market.as.seller(), dear, "Larger");
  const page = await world.visitor(seller.host, { session: seller.owner.session });
  await visit(page, `/customers/${customers.ofSeller}/sell`);
  await page.getByLabel("Quantity").fill("many");
  await page.getByRole("button", { name: "Show what it comes to" }).click();
  await page.locator(".msg.err").waitFor();
  expect(await page.getByLabel("Quantity").inputValue()).toBe("many");
  await page.getByLabel("Plan and price").selectOption({ label: "Larger – €25.00 a month" });
  await look(page, "2", "14");
  await page.getByText("Free until 24 Mar 2027; then €50.00 a month.").waitFor();
  await page.getByRole("button", { name: "Add product" }).click();
  await page.getByText("The trial ends on 24 Mar 2027").waitFor();
  await page.getByText("Trial licence").waitFor();

  await page.getByRole("link", { name: "Change", exact: true }).click();
  await page.getByText("This is how it is now.").waitFor();
  await page.getByLabel("Quantity").fill("1");
  await page.getByRole("button", { name: "Show what it comes to" }).click();
  await page.getByRole("heading", { name: "What it comes to" }).waitFor();
  await page.getByRole("button", { name: "Change" }).click();
  await page.locator(".toast", { hasText: "Changed" }).waitFor();

  await page.getByRole("link", { name: "Cancel…" }).click();
  const dialog = page.getByRole("dialog", { name: "Cancel this subscription?" });
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain("The trial ends on 24 Mar 2027, and nothing is charged.");
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Cancel…" }).click();
  await dialog.getByRole("button", { name: "Cancel subscription" }).click();
  await page.getByText("It ends on 24 Mar 2027. Nothing is charged any more.").waitFor();
  await page.getByRole("button", { name: "Let it go on" }).click();
  await page.locator(".toast", { hasText: "It goes on" }).waitFor();
  await page.getByRole("link", { name: "Cancel…" }).waitFor();
}, 60_000);

it("offers nothing that a role may not do, and nothing to a distributor or another reseller", async () => {
  const market = await newMarket(world.app);
  const { agency, agent, seller, customers } = market;
  const account = { agencyId: agency.id, accountId: agent.id, resellerId: agent.id };
  const viewer = await addPerson(world.app, agent.host, account, "viewer");
  const page = await world.visitor(agent.host, { session: viewer.session });
  await visit(page, `/customers/${customers.ofAgent}`);
  expect(await page.getByRole("link", { name: "Add Product" }).count()).toBe(0);
  expect((await send(world.port, agent.host, `/customers/${customers.ofAgent}/sell`, viewer)).status).toBe(
    403,
  );
  const { session } = seller.owner;
  expect(
    (await send(world.port, seller.host, `/customers/${customers.ofAgent}/sell`, { session })).status,
  ).toBe(404);
});
