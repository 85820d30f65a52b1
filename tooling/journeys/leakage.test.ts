import { send } from "@tenantry/api/testing/web";
import { cancelSubscription } from "@tenantry/core/subscriptions/cancel";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { addPerson, newDistributor } from "@tenantry/core/testing";
import { expect, it } from "vitest";
import { newEarnings } from "./support/earnings.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

/** One of each class, made by what no verb does: of the agent's customer, of the own-plan reseller's and of the agency's. */
async function leaking() {
  const earnings = await newEarnings(world.app);
  const { as, at, customers, plans, agency } = earnings;
  const owner = (text: string, values: unknown[]) => world.app.admin.query(text, values);
  const monthly = { currency: "EUR", interval: "month" as const };
  const agencys = async (customerId: string, quantity: number) =>
    createSubscription(await as.agency(), { customerId, planId: plans.agencys, quantity, ...monthly });
  const unbilled = await agencys(customers.ofAgent, 2);
  await owner("update invoice_lines set kind = 'overage' where subscription_id = $1", [unbilled.id]);
  const differing = await createSubscription(await as.seller(), {
    ...{ customerId: customers.ofSeller, planId: plans.sellers, quantity: 3, ...monthly },
  });
  await owner("update subscriptions set quantity = 5 where id = $1", [differing.id]);
  const unrun = await agencys(customers.direct, 4);
  await owner(
    "update subscriptions set state = 'ended', period_to = period_from + 1, ended_at = $2 where id = $1",
    [...[unrun.id, "2027-03-10T00:00:00Z"]],
  );
  const invoices = await owner("select id, code from invoices where agency_id = $1", [agency.id]);
  const codeOf = (id: string | null) => invoices.rows.find((row) => row.id === id).code as string;
  return { ...earnings, at, unbilled, differing, unrun, codeOf };
}

it("lists what leaks with a sentence each, narrows to a class, and leads to the subscription and the invoice", async () => {
  const { agency, unbilled, differing, unrun, codeOf } = await leaking();
  const { session } = agency.owner;
  const page = await world.visitor(agency.host, { session });
  await visit(page, "/reports");
  await page.getByRole("link", { name: "Leakage" }).click();
  await page.getByRole("heading", { level: 1, name: "Leakage" }).waitFor();
  const row = (code: string) => page.locator("tbody tr", { hasText: code });
  const told = [
    [unbilled.code, "It runs, and no invoice opens its period of 10 Mar – 9 Apr 2027.", "€20.00"],
    [differing.code, "5 run in 10 Mar – 9 Apr 2027, and the newest line bills 3.", "€20.00"],
    [unrun.code, "An invoice charges 10 Mar – 9 Apr 2027, when it did not run.", "€40.00"],
  ] as const;
  for (const [code, sentence, amount] of told) {
    const text = await row(code).textContent();
    expect(text).toContain(sentence);
    expect(text).toContain(amount);
  }
  expect(await page.locator("tbody tr").count()).toBe(3);
  await page.getByRole("link", { name: "Amount" }).click();
  await page.waitForURL(/sort=amount/);
  await page.locator("summary", { hasText: "What" }).click();
  await page.getByRole("link", { name: "Billed, does not run" }).click();
  await page.waitForURL(/kind=billed_not_active/);
  await row(unrun.code)
    .getByRole("link", { name: codeOf(unrun.invoiceId) })
    .click();
  await page.getByRole("heading", { level: 1, name: codeOf(unrun.invoiceId) }).waitFor();
  await page.goBack();
  await row(unrun.code).getByRole("link", { name: unrun.code }).click();
  await page.waitForURL(`**/subscriptions/${unrun.id}`);
  await visit(page, "/reports/leakage");
  await page.getByLabel("Search by number or customer").fill("harbour");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=harbour/);
  await row(unbilled.code).waitFor({ state: "detached" });
  await row(differing.code).waitFor();
  expect(await page.locator("tbody tr").count()).toBe(1);
  const href = await page.getByRole("link", { name: "Download CSV" }).getAttribute("href");
  const { text } = await send(world.port, agency.host, href!, { session });
  expect(text).toContain(
    "What,Customer,Reseller,Subscription,Plan,Invoice,Since,From,To,Quantity,Billed quantity,Days past due,Currency,Amount",
  );
  expect(text).toMatch(
    new RegExp(
      `Billed otherwise than it runs,Harbour Hotel,Harbour Apps,${differing.code},\\w+,${codeOf(differing.invoiceId)},2027-03-10,2027-03-10,2027-04-10,5,3,,EUR,20.00`,
    ),
  );
}, 90_000);

it("lists what is long past due by the days asked, without a script, and says where nothing leaks", async () => {
  const { agency, sell, as, at, customers, plans } = await newEarnings(world.app);
  await sell(1);
  const sale = { customerId: customers.direct, planId: plans.agencys, currency: "EUR" };
  const { id } = await createSubscription(await as.agency(), { ...sale, interval: "month" });
  await cancelSubscription(await as.agency(), { id });
  // Due on the 24th; what was sold before it is renewed on the tenth of April.
  await at("2027-04-08T12:00:00Z");
  const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await page.goto("/reports/leakage");
  await page.getByText("Nothing leaks").first().waitFor();
  await page.getByRole("link", { name: "Show everything past due" }).click();
  await page.getByText("It was due on 24 Mar 2027 and is 15 days past due.").waitFor();
  await page.locator("summary", { hasText: /^What/ }).click();
  await page.getByRole("link", { name: "Long unpaid" }).click();
  await page.waitForURL(/days=0&kind=unpaid_over_days/);
  await page.locator("tbody tr").waitFor();
  expect(await page.locator("tbody tr").count()).toBe(1);
  await page.goto("/reports/leakage?days=15");
  await page.getByText("Nothing leaks here").waitFor();
}, 60_000);

it("shows a reseller what it sells itself, fits a phone, and is no page of support's or of a distributor's", async () => {
  const { agency, seller, agent, differing } = await leaking();
  const page = await world.visitor(seller.host, {
    session: seller.owner.session,
    viewport: { width: 360, height: 740 },
  });
  await visit(page, "/reports/leakage");
  await page.locator("tbody tr", { hasText: differing.code }).waitFor();
  expect(await page.locator("tbody tr").count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const theirs = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(theirs, "/reports/leakage");
  await theirs.getByRole("heading", { level: 2, name: "Nothing leaks" }).waitFor();
  const distributor = await newDistributor(world.app, agency);
  const place = { agencyId: agency.id, accountId: agency.id, resellerId: agency.id };
  const support = await addPerson(world.app, agency.host, place, "support");
  for (const path of ["/reports/leakage", "/reports/leakage.csv"])
    expect((await send(world.port, agency.host, path, support)).status).toBe(403);
  expect((await send(world.port, distributor.host, "/reports/leakage", distributor.owner)).status).toBe(404);
}, 60_000);
