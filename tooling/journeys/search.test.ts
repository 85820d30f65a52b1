import { send } from "@tenantry/api/testing/web";
import { createCustomer } from "@tenantry/core/customers/create";
import { type Agency, addPerson, newAgency, newReseller, type Reseller } from "@tenantry/core/testing";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();
let agency: Agency;
let reseller: Reseller;
beforeAll(async () => {
  agency = await newAgency(world.app);
  reseller = await newReseller(world.app, agency, "Brightline Media");
  const ctx = await agency.ctx();
  await newReseller(world.app, agency, "Brisk & Co");
  await createCustomer(ctx, { name: "Lindenhof Hotels", parentId: reseller.id, externalId: "lindenhof" });
  await createCustomer(ctx, { name: "Linden Direct" });
}, 60_000);

const field = (page: Page) => page.getByRole("combobox", { name: "Name, email, code" });
/** What Enter would choose, as a screen reader is told it. */
const active = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement?.getAttribute("aria-activedescendant");
    return document.getElementById(at ?? "")?.firstElementChild?.nextElementSibling?.textContent;
  });

it("goes to a reseller by keys alone, and gives the keyboard back on Escape", async () => {
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/plans");
  const link = page.getByRole("link", { name: "New plan" });
  await link.focus();
  await page.keyboard.press("Control+k");
  await field(page).waitFor();
  await page.keyboard.press("Escape");
  await field(page).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.textContent === "New plan");

  await page.keyboard.press("Control+k");
  await field(page).waitFor();
  await page.keyboard.type("bri");
  await page.getByRole("option", { name: /Brisk/ }).waitFor();
  expect(await active(page)).toBe("Brightline Media");
  await page.keyboard.press("ArrowDown");
  expect(await active(page)).toBe("Brisk & Co");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await active(page)).toBe("All results for “bri”");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Brightline Media" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/resellers/${reseller.id}`);
  await field(page).waitFor({ state: "detached" });
});

it("offers pages and actions by name, and none that a role does not open", async () => {
  const account = { agencyId: agency.id, accountId: agency.id, resellerId: agency.id };
  const viewer = await addPerson(world.app, agency.host, account, "viewer");
  const labels = async (page: Page) => {
    await visit(page, "/plans");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await field(page).waitFor();
    return page.getByRole("option").allTextContents();
  };
  const owners = await labels(await world.visitor(agency.host, { session: agency.owner.session }));
  const viewers = await labels(await world.visitor(agency.host, { session: viewer.session }));
  const all = [
    "Resellers",
    "Plans",
    "Profile",
    "API keys",
    "Audit log",
    "Create reseller",
    "New plan",
    "Create API key",
  ];
  expect(owners).toEqual(expect.arrayContaining(all));
  expect(viewers).toEqual(expect.arrayContaining(["Resellers", "Plans", "Profile", "Team"]));
  expect(all.filter((label) => viewers.includes(label))).toEqual(["Resellers", "Plans", "Profile"]);
  for (const session of [agency.owner.session, viewer.session]) {
    const page = await world.visitor(agency.host, { session });
    await labels(page);
    const count = await page.getByRole("option").count();
    for (let nth = 0; nth < count; nth++) {
      if (nth > 0) await page.keyboard.press("Control+k");
      await field(page).waitFor();
      for (let step = 0; step < nth; step++) await page.keyboard.press("ArrowDown");
      const name = await active(page);
      await page.keyboard.press("Enter");
      await field(page).waitFor({ state: "detached" });
      await page.waitForLoadState();
      expect(await page.getByText("You may not see this page").count(), `${name}`).toBe(0);
    }
  }
});

it("is a plain page without a script: a field on every page, results by kind, the search in the address", async () => {
  const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await page.goto("/plans");
  await page.locator("aside.side").getByRole("searchbox").fill("linden");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search?q=linden");
  const rows = await page.locator(".found li").allTextContents();
  expect(rows.map((row) => /^Linden(hof Hotels| Direct)/.exec(row)?.[0])).toEqual([
    "Lindenhof Hotels",
    "Linden Direct",
  ]);
  await page.getByRole("link", { name: "Customer of Brightline Media" }).click();
  await page.getByRole("heading", { level: 1, name: "Brightline Media" }).waitFor();
  await page.goBack();
  await page.getByRole("link", { name: "Lindenhof Hotels" }).click();
  await page.getByRole("heading", { level: 1, name: "Lindenhof Hotels" }).waitFor();
  await page.goto("/search?q=nobody-at-all");
  await page.getByRole("heading", { name: "Nothing matches" }).waitFor();
});

it("shows a reseller its own customers only, on a phone too", async () => {
  const page = await world.visitor(reseller.host, {
    session: reseller.owner.session,
    viewport: { width: 360, height: 740 },
  });
  await visit(page, "/");
  await page.getByRole("link", { name: "Search everywhere" }).click();
  await field(page).fill("linden");
  await page.getByRole("option", { name: /Lindenhof/ }).click();
  await page.getByRole("heading", { level: 1, name: "Lindenhof Hotels" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const other = await send(world.port, reseller.host, "/search/hits?q=linden+direct", reseller.owner);
  expect(JSON.parse(other.text).groups).toEqual([
    { kind: "customers", hits: [], more: false, allTo: "/customers?q=linden%20direct" },
  ]);
});

it("leads to the page of results where the palette cannot be fetched", async () => {
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await page.route(/palette-.*\.js/, (route) => route.abort());
  await visit(page, "/plans");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.waitForURL("**/search");
  await page.getByRole("searchbox", { name: "Name, email, code" }).waitFor();
});
