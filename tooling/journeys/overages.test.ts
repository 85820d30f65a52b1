import { readFile } from "node:fs/promises";
import { createPlan } from "@tenantry/core/plans/create";
import { publishPlan } from "@tenantry/core/plans/publish";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { carryOnSubscriptions } from "@tenantry/core/subscriptions/sweep";
import { newMarket } from "@tenantry/core/testing/market";
import { pdfText } from "@tenantry/core/testing/pdf";
import { foldUsage, ingestUsage } from "@tenantry/core/usage/index";
import { openPool } from "@tenantry/db";
import { expect, it } from "vitest";
import { sideways } from "./support/audit.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("shows what a period's usage comes to, and the same on the renewal's invoice, to all who may read it", async () => {
  const { as, agency, agent, customers } = await newMarket(world.app);
  const overages = [{ currency: "EUR", amountMinor: 25, costMinor: null }];
  const meter = { meter: "messages", includedUnits: 1_000, blockUnits: 100, payer: "customer" as const };
  const said = { ...meter, softCapUnits: null, hardCapUnits: null, overages };
  const price = { currency: "EUR", interval: "month" as const, amountMinor: 1_000 };
  const plan = await createPlan(await as.agency(), {
    name: "Team plan",
    terms: { prices: [price], meters: [said] },
  });
  await publishPlan(await as.agency(), { id: plan.id });
  const sale = {
    customerId: customers.ofAgent,
    planId: plan.id,
    currency: "EUR",
    interval: "month" as const,
  };
  const { id } = await createSubscription(await as.agent(), sale);
  const report = (eventId: string, quantity: number) => async () => {
    const event = { source: "journey", eventId, meter: "messages", accountId: customers.ofAgent, quantity };
    await ingestUsage(await as.agency(), { events: [{ ...event, at: "2027-03-10T11:00:00.000Z" }] });
    await foldUsage(world.app.pool, agency.id);
  };
  await report("one", 1_250)();

  const page = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(page, `/subscriptions/${id}`);
  const row = page.getByRole("row", { name: /^Messages/ });
  expect(await row.locator("td").allTextContents()).toEqual(["1,250", "1,000", "250", "€0.75"]);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await sideways(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });

  const owner = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(owner, "/settings/clock");
  await owner.getByRole("button", { name: "31 days" }).click();
  await owner.locator(".toast", { hasText: "The clock is 31 days further" }).waitFor();
  const worker = openPool({ url: world.app.workerUrl, max: 2, onConnectionError: () => {} });
  await carryOnSubscriptions(worker);
  await visit(page, `/subscriptions/${id}`);
  expect(await row.locator("td").allTextContents()).toEqual(["0", "1,000", "0", "€0.00"]);

  await visit(page, "/invoices");
  await page.locator("tbody tr").first().getByRole("link").first().click();
  const line = page.getByRole("row", { name: /Messages: 1,250 used, 1,000 included, 250 over/ });
  await line.waitFor();
  await line.getByText("3 × €0.25 for each 100 begun").waitFor();
  await page.getByRole("row", { name: "Total €10.75" }).first().waitFor();
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await sideways(page)).toBe(0);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "PDF" }).click();
  const text = await pdfText(await readFile(await (await download).path()));
  for (const words of ["1,250 used, 1,000 included, 250 over", "3 × €0.25 for each 100 begun"])
    expect(text.replaceAll("|", " ")).toContain(words);

  const link = new URL(await page.getByLabel("Address").inputValue());
  const payer = await world.visitor(agent.host);
  await visit(payer, link.pathname);
  await payer.getByText("Messages: 1,250 used, 1,000 included, 250 over").waitFor();

  // Told after the invoice: it is seen at once, and on the next one with the period it belongs to.
  await report("two", 100)();
  await visit(page, `/subscriptions/${id}`);
  await page.getByText("€0.25 came late and goes on the next invoice").waitFor();
  await visit(owner, "/settings/clock");
  await owner.getByRole("button", { name: "31 days" }).click();
  await owner.locator(".toast", { hasText: "The clock is 31 days further" }).waitFor();
  await carryOnSubscriptions(worker);
  await worker.end();
  await visit(page, "/invoices");
  await page.locator("tbody tr").first().getByRole("link").first().click();
  const correction = page.getByRole("row", { name: /10 Mar.*Usage that was told late/ });
  await correction.getByText("Charged before: €0.75").waitFor();
}, 90_000);
