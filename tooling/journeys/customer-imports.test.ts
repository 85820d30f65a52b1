import { readFile } from "node:fs/promises";
import { newMarket, newPricedPlan } from "@tenantry/core/testing/market";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { customerFile } from "./support/imports.ts";
import { visit } from "./support/visit.ts";
import { openWorker } from "./support/worker.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

const choose = (page: Page, csv: string) =>
  page
    .getByLabel("CSV file", { exact: true })
    .setInputFiles({ name: "customers.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });

/** It is noon of 10 March 2027 in these agencies. */
async function opened() {
  const market = await newMarket(world.app);
  const euros = [{ currency: "EUR", interval: "month" as const, amountMinor: 4_900 }];
  await newPricedPlan(await market.as.agency(), euros, "Team");
  return market;
}

it("moves customers in with their subscriptions: from the list, tried with its money, then created, the rest to put right", async () => {
  const { agency, agent } = await opened();
  const worker = await openWorker(world.app);
  try {
    const page = await world.visitor(agency.host, { session: agency.owner.session });
    await visit(page, "/customers");
    await page.getByRole("link", { name: "Import" }).click();
    await page.getByRole("heading", { level: 1, name: "Import customers" }).waitFor();
    const lines = [
      `Alder & Søn,it@alder.example,${agent.name},Team,5,2026-01-31,2027-03-31`,
      "Birch,,,Team,2,2026-11-18,2027-03-17",
      "Cedar,,,,,,",
    ];
    await choose(page, customerFile(...lines));
    await page.getByRole("button", { name: "Read the file" }).click();
    await page.getByRole("heading", { level: 1, name: "customers.csv" }).waitFor();
    expect(await page.getByLabel("Start date", { exact: true }).inputValue()).toBe("5");
    await page.getByRole("button", { name: "Check all rows" }).click();
    await page.getByText("2 customers would be created.").waitFor();
    await page.getByText("1 subscription would be taken over.").waitFor();
    await page.getByText("1 row is left out").waitFor();
    await page
      .getByText("Next invoice date: The period that runs goes from 2027-02-18 to 2027-03-18")
      .waitFor();
    await page.getByText(`Customer of ${agent.name}. Team × 5, runs until 31 Mar 2027.`).waitFor();
    const money = page.getByRole("table", { name: "First invoices" });
    expect(await money.locator("tbody tr").allInnerTexts()).toEqual([
      expect.stringMatching(/EUR\s+31 Mar 2027\s+1\s+€245\.00\s+€0\.00\s+€245\.00/),
    ]);
    await page.getByRole("button", { name: "Create 2 rows" }).click();
    await page.getByText("2 customers were created.").waitFor();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download the rows left out" }).click(),
    ]);
    const left = await readFile(await download.path(), "utf8");
    expect(left).toContain("Birch");
    expect(left).toContain("the next invoice is on 2027-03-18");
    expect(left).not.toContain("Alder");
    await page.getByRole("link", { name: "Alder & Søn" }).click();
    await page.getByRole("heading", { level: 1, name: "Alder & Søn" }).waitFor();
    await page.getByRole("link", { name: /Team/ }).first().click();
    await page.getByText("Taken over, not invoiced before").waitFor();
    await page.getByText("10 Mar 2027", { exact: true }).waitFor();
  } finally {
    await worker.stop();
  }
});

it("lets a reseller move its own customers in, without a script too, and removes a file after saying what goes", async () => {
  const { seller } = await opened();
  const worker = await openWorker(world.app);
  try {
    const page = await world.visitor(seller.host, {
      session: seller.owner.session,
      javaScriptEnabled: false,
    });
    await page.goto("/customers/import");
    await choose(page, customerFile("Quay,,,,,,", "Pier,no mail,,,,,"));
    await page.getByRole("button", { name: "Read the file" }).click();
    await page.waitForURL(/customer-imports/);
    expect(await page.getByLabel(/^Reseller/).count()).toBe(0);
    await page.getByRole("button", { name: "Check all rows" }).click();
    while (!(await page.getByText("1 customer would be created.").isVisible())) await page.reload();
    await page.getByText("Outcome", { exact: true }).first().click();
    await page.getByRole("link", { name: "Left out", exact: true }).click();
    await page.waitForURL(/state=wrong/);
    expect(await page.locator("tbody tr th").allTextContents()).toEqual(["Pier"]);
    await page.getByRole("button", { name: "Create 1 row" }).click();
    while (!(await page.getByText("1 customer was created.").isVisible())) await page.reload();
    await page.getByRole("link", { name: "Remove this file" }).click();
    await page.getByText("Its 2 rows go.").waitFor();
    await page.getByRole("button", { name: "Remove the file" }).click();
    await page.waitForURL(/customers\/import$/);
    await page.goto("/customers?q=Quay");
    await page.getByRole("link", { name: "Quay" }).waitFor();
  } finally {
    await worker.stop();
  }
});
