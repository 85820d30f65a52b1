import { readFile } from "node:fs/promises";
import { send } from "@tenantry/api/testing/web";
import { newAgency } from "@tenantry/core/testing";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { importFile, importLine } from "./support/imports.ts";
import { visit } from "./support/visit.ts";
import { openWorker } from "./support/worker.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

const choose = (page: Page, csv: string) =>
  page
    .getByLabel("CSV file", { exact: true })
    .setInputFiles({ name: "partners.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });

/** One value for what no column gives. */
async function fillDefaults(page: Page): Promise<void> {
  const defaults = page.getByRole("region", { name: "Where a row has none" });
  await defaults.getByLabel("Type").selectOption({ label: "Own plans" });
  await defaults.getByLabel("Country").selectOption("NL");
  await defaults.getByLabel("Language").selectOption("en");
}

it("brings resellers in from a file: tried first, then created, the rest to put right", async () => {
  const agency = await newAgency(world.app);
  const worker = await openWorker(world.app);
  try {
    const page = await world.visitor(agency.host, { session: agency.owner.session });
    await visit(page, "/resellers/import");
    await page.getByRole("button", { name: "Read the file" }).click();
    await page.getByText("Nothing has been created.").waitFor();
    await choose(page, importFile(importLine("Acme & Søn"), importLine("Borealis", "12")));
    await page.getByRole("button", { name: "Read the file" }).click();
    await page.getByRole("heading", { level: 1, name: "partners.csv" }).waitFor();
    expect(await page.getByLabel("Login domain", { exact: true }).inputValue()).toBe("2");
    await page.getByRole("button", { name: "Check all rows" }).click();
    await page.getByText("No row is ready.").waitFor();

    await fillDefaults(page);
    await page.getByRole("button", { name: "Check again with these columns" }).click();
    await page.getByText("1 reseller would be created").waitFor();
    await page.getByText("1 row is left out").waitFor();
    await page.getByText("Phone: Check the number").waitFor();
    expect(await page.getByLabel("Country", { exact: true }).last().inputValue()).toBe("NL");
    await page.getByRole("button", { name: "Create 1 reseller" }).click();
    await page.getByText("1 reseller was created.").waitFor();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download the rows left out" }).click(),
    ]);
    const left = await readFile(await download.path(), "utf8");
    expect(left).toContain("Borealis");
    expect(left).toContain("Phone: Check the number");
    expect(left).not.toContain("Acme");
    await page.getByRole("link", { name: "Acme & Søn" }).click();
    await page.getByRole("heading", { level: 1, name: "Acme & Søn" }).waitFor();
  } finally {
    await worker.stop();
  }
});

it("works without a script, keeps its outcome filter in the address, and removes a file after saying what goes", async () => {
  const agency = await newAgency(world.app);
  const worker = await openWorker(world.app);
  try {
    const page = await world.visitor(agency.host, {
      session: agency.owner.session,
      javaScriptEnabled: false,
    });
    await page.goto("/resellers");
    await page.goto("/resellers/import");
    await choose(page, importFile(importLine("One"), importLine("Two"), importLine("Three", "no")));
    await page.getByRole("button", { name: "Read the file" }).click();
    await page.waitForURL(/reseller-imports/);
    await fillDefaults(page);
    await page.getByRole("button", { name: "Check all rows" }).click();
    while (!(await page.getByText("2 resellers would be created").isVisible())) await page.reload();
    await page.getByText("Outcome", { exact: true }).first().click();
    await page.getByRole("link", { name: "Left out", exact: true }).click();
    await page.waitForURL(/state=wrong/);
    expect(await page.locator("tbody tr th").allTextContents()).toEqual(["Three"]);
    await page.getByRole("button", { name: "Create 2 resellers" }).click();
    while (!(await page.getByText("2 resellers were created.").isVisible())) await page.reload();
    await page.getByRole("link", { name: "Remove this file" }).click();
    await page.getByText("Its 3 rows go.").waitFor();
    await page.getByRole("button", { name: "Remove the file" }).click();
    await page.waitForURL(/resellers\/import$/);
    await page.goto("/resellers?sort=name");
    expect(await page.locator("tbody th .clip").allTextContents()).toEqual(["One", "Two"]);
  } finally {
    await worker.stop();
  }
});

it("says what is wrong with a file, and takes none beyond the limit", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers/import");
  for (const [csv, words] of [
    ["name,email", "The file needs a first line"],
    ['name\n"open', "This is no CSV file: line"],
    [`name\n${"x\n".repeat(2_001)}`, "Import at most 2000 rows at once."],
    [`name\n${"x".repeat(1_000_001)}`, "Use at most 1000000 characters."],
  ] as const) {
    await choose(page, csv);
    await page.getByRole("button", { name: "Read the file" }).click();
    await page.locator(".msg.err", { hasText: words }).waitFor();
  }
  const large = await send(world.port, agency.host, "/resellers/import", {
    session: agency.owner.session,
    method: "POST",
    body: `csv=${"x".repeat(2 * 1024 * 1024)}`,
    headers: {
      host: `${agency.host}:${world.port}`,
      origin: `http://${agency.host}:${world.port}`,
      "content-type": "application/x-www-form-urlencoded",
    },
  });
  expect(large.status).toBe(413);
});
