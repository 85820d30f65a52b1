import { send } from "@tenantry/api/testing/web";
import { createCustomer } from "@tenantry/core/customers/create";
import { listPlans } from "@tenantry/core/plans/list";
import { createReseller } from "@tenantry/core/resellers/create";
import { addPerson, newAgency, newReseller } from "@tenantry/core/testing";
import { letters } from "@tenantry/core/testing/agency";
import { resellerInput } from "@tenantry/core/testing/reseller";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { manyResellers } from "./support/many-resellers.ts";
import { visit } from "./support/visit.ts";
import { openWorker } from "./support/worker.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

/** The names as they stand on the page, top to bottom. */
const names = (page: Page) => page.locator("tbody th .clip").allTextContents();
const address = (page: Page) => new URL(page.url()).search;

it("pages through 60 resellers and back, by key", async () => {
  const agency = await newAgency(world.app);
  await manyResellers(world.app, agency, 60);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers?sort=name");
  const [previous, next] = [
    page.getByText("Previous", { exact: true }),
    page.getByText("Next", { exact: true }),
  ];
  const seen: string[][] = [await names(page)];
  expect(await previous.isDisabled()).toBe(true);
  for (const first of ["Reseller 0026", "Reseller 0051"]) {
    await next.click();
    await page.locator("tbody tr:first-child", { hasText: first }).waitFor();
    seen.push(await names(page));
  }
  expect(seen.map((each) => each.length)).toEqual([25, 25, 10]);
  expect(new Set(seen.flat()).size).toBe(60);
  expect(seen.flat()).toEqual(seen.flat().toSorted());
  expect(await next.isDisabled()).toBe(true);
  for (const back of [1, 0]) {
    await previous.click();
    await page.locator("tbody tr:first-child", { hasText: seen[back]![0]! }).waitFor();
    expect(await names(page)).toEqual(seen[back]);
  }
  const plain = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await plain.goto("/resellers?sort=name");
  await plain.getByText("Next", { exact: true }).click();
  await plain.waitForURL(/cursor=/);
  expect(await names(plain)).toEqual(seen[1]);
});

it("searches, filters and sorts in the address, which a browser without scripts reads alike", async () => {
  const agency = await newAgency(world.app);
  await manyResellers(world.app, agency, 30);
  await newReseller(world.app, agency, "Zebra & Søn");
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers");
  await page.getByLabel("Search by name or email").fill("0007");
  await page.waitForURL(/q=0007/);
  await page.locator("tbody tr").nth(1).waitFor({ state: "detached" });
  expect(await names(page)).toEqual(["Reseller 0007"]);

  await page.getByLabel("Search by name or email").fill("");
  await page.waitForURL((url) => !/q=\d/.test(url.search));
  // The address moves before the page is drawn anew; until then the filters' links still carry the old search.
  await page.locator("tbody tr").nth(24).waitFor();
  await page.getByText("Type", { exact: true }).first().click();
  await page.getByRole("link", { name: "Commission", exact: true }).click();
  await page.getByRole("link", { name: "Type Commission Remove filter" }).waitFor();
  await page.getByRole("link", { name: "Reseller Name" }).click();
  await page.waitForURL(/sort=name/);
  await page.locator("th[aria-sort=ascending]", { hasText: "Reseller Name" }).waitFor();
  const shown = await names(page);
  expect(shown.length).toBe(15);
  expect(shown).toEqual(shown.toSorted());
  expect(address(page)).toContain("type=commission");

  const plain = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await plain.goto(`/resellers${address(page)}`);
  expect(await names(plain)).toEqual(shown);
  await plain.getByRole("link", { name: "Type Commission Remove filter" }).click();
  await plain.waitForURL((url) => !url.searchParams.has("type"));
  await plain.getByLabel("Search by name or email").fill("Søn");
  await plain.getByRole("button", { name: "Search" }).click();
  await plain.waitForURL(/q=/);
  expect(await names(plain)).toEqual(["Zebra & Søn"]);
});

it("comes back to the list as it was: place, page and scroll", async () => {
  const agency = await newAgency(world.app);
  await manyResellers(world.app, agency, 40);
  const page = await world.visitor(agency.host, {
    session: agency.owner.session,
    viewport: { width: 1280, height: 500 },
  });
  await visit(page, "/resellers?sort=name");
  await page.getByText("Next", { exact: true }).click();
  await page.locator("tbody tr:first-child", { hasText: "Reseller 0026" }).waitFor();
  const where = address(page);
  const last = page.locator("tbody th a", { hasText: "Reseller 0040" });
  await last.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => window.scrollY);
  expect(scrolled).toBeGreaterThan(100);
  await last.click();
  await page.getByRole("heading", { level: 1, name: "Reseller 0040" }).waitFor();
  await page.goBack();
  await last.waitFor();
  expect(address(page)).toBe(where);
  await page.waitForFunction((y) => Math.abs(window.scrollY - y) < 2, scrolled);
});

it("says that nothing matches, and clears in one click; strange addresses mean the plain list", async () => {
  const agency = await newAgency(world.app);
  await manyResellers(world.app, agency, 3);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers?q=nobody&status=active");
  await page.getByRole("heading", { name: "No reseller matches" }).waitFor();
  await page.getByRole("link", { name: "Clear search and filters" }).click();
  await page.waitForURL((url) => url.search === "");
  await page.locator("tbody tr").nth(2).waitFor();
  await page.goto("/resellers?status=hacked&sort=;drop&plan=x&cursor=%00");
  expect((await names(page)).length).toBe(3);
});

it("filters by plan and status, with plan details behind the info icon", async () => {
  const agency = await newAgency(world.app);
  await manyResellers(world.app, agency, 4);
  const { plans } = await listPlans(await agency.ctx(), {});
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers");
  await page.getByText("Plan", { exact: true }).first().click();
  await page.getByRole("link", { name: plans[0]!.name, exact: true }).click();
  await page.waitForURL(/plan=/);
  await page.goto("/resellers?status=inactive");
  await page.getByRole("heading", { name: "No reseller matches" }).waitFor();
  await page.goto("/resellers");
  await page.getByRole("button", { name: "Starter plan details" }).first().focus();
  await page.getByRole("tooltip").first().waitFor();
  expect(await page.getByRole("tooltip").first().textContent()).toContain("Messages");
});

it("shows one page of 3,000, on a desk and on a phone", async () => {
  const agency = await newAgency(world.app);
  await manyResellers(world.app, agency, 3_000);
  const page = await world.visitor(agency.host, {
    session: agency.owner.session,
    viewport: { width: 360, height: 740 },
  });
  await page.goto("/resellers");
  const answer = await send(world.port, agency.host, "/resellers?q=Reseller+1", agency.owner);
  expect(answer.status).toBe(200);
  expect(answer.text).toContain("Reseller 1");
  expect((await names(page)).length).toBe(25);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

it("shows customers and use beside each reseller, narrows to a country and exports what it shows", async () => {
  const agency = await newAgency(world.app);
  const ctx = await agency.ctx();
  const busy = await newReseller(world.app, agency, "=Busy & Co");
  await createReseller(ctx, { ...resellerInput(`q${letters(14)}`, "Quiet"), country: "SE" });
  await createCustomer(ctx, { name: "Inn", parentId: busy.id });
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers?sort=name");
  const row = page.locator("tbody tr", { hasText: "=Busy" });
  expect(await row.locator("td").allTextContents()).toEqual(expect.arrayContaining(["1"]));
  expect(await row.locator(".use").textContent()).toMatch(/^0 of [\d,]+/);

  const file = await send(world.port, agency.host, "/resellers.csv?sort=name", agency.owner);
  const [head, ...lines] = file.text.trimEnd().split("\r\n");
  expect(head).toContain("Reseller Name,Code,Email,Type,Plan,Country,Customers");
  expect(lines.map((line) => line.split(",")[0])).toEqual(["'=Busy & Co", "Quiet"]);

  await page.getByText("Country", { exact: true }).first().click();
  await page.getByRole("link", { name: "Sweden", exact: true }).click();
  await page.waitForURL(/country=SE/);
  await page.locator("tbody tr").nth(1).waitFor({ state: "detached" });
  expect(await names(page)).toEqual(["Quiet"]);
  expect(await page.getByRole("link", { name: "Export" }).getAttribute("href")).toBe(
    "/resellers.csv?country=SE&sort=name",
  );
  for (const junk of ["type=zzz", "country=Sweden", "status=gone&q=Quiet", "plan=1"])
    expect((await send(world.port, agency.host, `/resellers.csv?${junk}`, agency.owner)).status).toBe(404);
  const plain = await send(world.port, agency.host, "/resellers.csv?type=&q=+quiet+", agency.owner);
  expect(plain.text.trimEnd().split("\r\n").slice(1)).toMatchObject([expect.stringMatching(/^Quiet,/)]);
});

it("keeps a search under a name, for its maker and for the team, with and without scripts", async () => {
  const agency = await newAgency(world.app);
  const account = { agencyId: agency.id, accountId: agency.id, resellerId: agency.id };
  const colleague = await addPerson(world.app, agency.host, account, "viewer");
  await manyResellers(world.app, agency, 4);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers");
  expect(await page.getByRole("link", { name: "Save view" }).count()).toBe(0);
  await visit(page, "/resellers?type=commission&sort=name");
  await page.getByRole("link", { name: "Save view" }).click();
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByText("Fill this in.").first().waitFor();
  await page.getByLabel("Name", { exact: true }).fill("Commission, by name");
  await page.getByLabel("Share with the team").check();
  await page.getByRole("button", { name: "Save view" }).click();
  await page.getByText("View Commission, by name saved").waitFor();

  const theirs = await world.visitor(agency.host, { session: colleague.session, javaScriptEnabled: false });
  await theirs.goto("/resellers");
  await theirs.getByText("Views", { exact: true }).click();
  await theirs.getByRole("link", { name: "Commission, by name" }).click();
  await theirs.waitForURL(/type=commission/);
  expect(new URL(theirs.url()).search).toBe("?type=commission&sort=name");
  expect(await theirs.getByRole("button", { name: /Remove the view/ }).count()).toBe(0);

  await page.getByText("Views", { exact: true }).click();
  await page.getByRole("button", { name: "Remove the view Commission, by name" }).click();
  await page.getByText("View Commission, by name removed").waitFor();
  expect(await page.getByText("Views", { exact: true }).count()).toBe(0);
});

it("locks many at once after saying whom it touches, and tells how it went, with and without scripts", async () => {
  const agency = await newAgency(world.app);
  await manyResellers(world.app, agency, 6);
  const worker = await openWorker(world.app);
  try {
    const page = await world.visitor(agency.host, { session: agency.owner.session });
    await visit(page, "/resellers?sort=name");
    const lock = page.getByRole("button", { name: "Deactivate", exact: true });
    await page.getByRole("checkbox", { name: "Select Reseller 0001" }).check();
    await page.getByRole("checkbox", { name: "Select Reseller 0003" }).check();
    await page.getByText("2 selected").waitFor();
    await lock.click();
    await page.getByRole("heading", { name: "Deactivate 2 resellers" }).waitFor();
    await page.getByText("1 person loses access at once.").waitFor();
    await page.getByRole("button", { name: "Deactivate 2 resellers" }).click();
    await page.getByText("2 of 2 changed, 0 refused.").waitFor();
    await page.getByRole("heading", { name: "Finished" }).waitFor();

    const plain = await world.visitor(agency.host, {
      session: agency.owner.session,
      javaScriptEnabled: false,
    });
    await plain.goto("/resellers?status=inactive");
    expect((await names(plain)).toSorted()).toEqual(["Reseller 0001", "Reseller 0003"]);
    await plain.getByLabel("All that match").check();
    await plain.getByRole("button", { name: "Activate", exact: true }).click();
    await plain.getByRole("heading", { name: "Activate 2 resellers" }).waitFor();
    await plain.getByRole("button", { name: "Activate 2 resellers" }).click();
    await plain.waitForURL(/bulk-runs/);
    while (!(await plain.getByText("Finished").isVisible())) await plain.reload();
    await plain.goto("/resellers?status=active");
    expect((await names(plain)).length).toBe(6);
  } finally {
    await worker.stop();
  }
});
