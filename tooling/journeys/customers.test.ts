import { send } from "@tenantry/api/testing/web";
import { updateBrand } from "@tenantry/core/branding/update";
import { createCustomer } from "@tenantry/core/customers/create";
import { deactivateCustomer } from "@tenantry/core/customers/deactivate";
import { readCustomer } from "@tenantry/core/customers/read";
import { addPerson, contextFor, newAgency, newDistributor, newReseller } from "@tenantry/core/testing";
import { foldUsage, ingestUsage } from "@tenantry/core/usage/index";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

/** Fields by the beginning of their labels, which may end with "Optional". */
const field = (page: Page, name: string) => page.getByRole("textbox", { name: new RegExp(`^${name}`) });
/** The companies as they stand on the page, top to bottom. */
const names = (page: Page) => page.locator("tbody th a").allTextContents();
const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [name, value] of Object.entries(fields)) await field(page, name).fill(value);
};
const csvOf = async (host: string, path: string, session: string) => {
  const { status, text } = await send(world.port, host, path, { session });
  const lines = text.replace("\ufeff", "").trimEnd().split("\r\n");
  return { status, head: lines[0]!.split(","), rows: lines.slice(1).map((line) => line.split(",")) };
};

it("adds a customer under a reseller, finds it, changes it and switches it off and on, as the agency", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency, "Harbour Media");
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/resellers");
  await page.getByRole("link", { name: "Customers", exact: true }).click();
  await page.getByRole("link", { name: "Add the first customer" }).click();
  await fill(page, { Name: "Lindenhof Hotels", Email: "not an address", "External ID": "linden-1" });
  await page.getByLabel("Reseller").selectOption({ label: reseller.name });
  await page.getByRole("button", { name: "Add customer" }).click();
  await page.locator(".msg.err").waitFor();
  expect(await field(page, "Name").inputValue()).toBe("Lindenhof Hotels");
  expect(await page.getByLabel("Reseller").inputValue()).toBe(reseller.id);
  await fill(page, { Email: "it@lindenhof.example" });
  await page.getByRole("button", { name: "Add customer" }).click();
  await page.locator(".toast", { hasText: "Lindenhof Hotels added" }).waitFor();
  await page.getByRole("link", { name: `Customer of ${reseller.name}` }).waitFor();
  await page.getByText("linden-1").waitFor();

  await page.getByRole("link", { name: "Edit" }).click();
  await fill(page, { Name: "Lindenhof Group", "External ID": "" });
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.locator(".toast", { hasText: "Lindenhof Group saved" }).waitFor();
  expect(await page.getByText("linden-1").count()).toBe(0);

  await createCustomer(await agency.ctx(), { name: "Tidewater" });
  await page.getByRole("link", { name: "Customers", exact: true }).first().click();
  await page.locator("tbody tr").nth(1).waitFor();
  await page.getByLabel("Search by name, email, code or external ID").fill("lindenhof.exa");
  await page.waitForURL(/q=lindenhof.exa/);
  await page.locator("tbody tr").nth(1).waitFor({ state: "detached" });
  expect(await names(page)).toEqual(["Lindenhof Group"]);
  const toggle = page.getByRole("switch", { name: "Lindenhof Group active" });
  await toggle.click();
  await page.locator(".toast", { hasText: "Lindenhof Group deactivated" }).waitFor();
  expect(await toggle.getAttribute("aria-checked")).toBe("false");
  await page.locator(".toast").getByRole("button", { name: "Undo" }).click();
  await page.locator(".toast", { hasText: "Lindenhof Group activated" }).waitFor();
  await page.locator("[role=switch][aria-checked=true]").waitFor();
}, 60_000);

it("shows a reseller its own customers under its own name for them, with what they used", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const ctx = await contextFor(world.app, reseller.host, reseller.owner.session);
  const { id } = await createCustomer(ctx, { name: "Quay Books" });
  await createCustomer(await agency.ctx(), { name: "Direct" });
  const agencys = await agency.ctx();
  const at = agencys.now.toISOString();
  await ingestUsage(agencys, {
    events: [{ source: "t", eventId: "1", meter: "messages", accountId: id, quantity: 1_234, at }],
  });
  await foldUsage(world.app.pool, agency.id);
  const page = await world.visitor(reseller.host, { session: reseller.owner.session });
  await visit(page, "/");
  await page.getByRole("link", { name: "My Customer" }).click();
  await page.getByRole("heading", { level: 1, name: "My Customer" }).waitFor();
  expect(await names(page)).toEqual(["Quay Books"]);
  expect(await page.getByRole("columnheader").allTextContents()).toEqual([
    ...["Company", "Name", "Active", "Customer Type", "Usage", "Coming Expiry Date", "Joined On"],
  ]);
  expect(await page.locator("tbody td.num").first().textContent()).toBe("1,234");
  await page.getByRole("link", { name: "Quay Books" }).click();
  await page.locator(".trio", { hasText: "1,234" }).waitFor();
  await page.getByText("View as table").click();
  await page.locator(".tw td", { hasText: "1,234" }).waitFor();

  await page.getByRole("switch", { name: "Quay Books active" }).click();
  await page.getByText("Inactive: its own people cannot sign in").waitFor();
  expect((await readCustomer(ctx, { id })).status).toBe("inactive");
  await visit(page, "/customers/new");
  expect(await page.getByLabel("Reseller").count()).toBe(0);
  await fill(page, { Name: "Second" });
  await page.getByRole("button", { name: "Add customer" }).click();
  await page.locator(".toast", { hasText: "Second added" }).waitFor();
}, 60_000);

it("does all of it without a script", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  for (const who of [agency, reseller]) {
    const { session } = who.owner;
    const page = await world.visitor(who.host, { session, javaScriptEnabled: false });
    await page.goto("/customers/new");
    await page.getByRole("button", { name: "Add customer" }).click();
    await page.locator(".msg.err").first().waitFor();
    await fill(page, { Name: `Plain ${who.host}` });
    await page.getByRole("button", { name: "Add customer" }).click();
    await page.getByText(`Plain ${who.host} added`).waitFor();
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByLabel("Country").selectOption("AT");
    await page.getByRole("button", { name: "Save changes" }).click();
    await page.getByText("Austria").waitFor();
    await page.goto("/customers?sort=-name");
    await page.getByRole("searchbox", { name: "Search by name, email, code or external ID" }).fill("plain");
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await page.waitForURL(/sort=-name&q=plain/);
    await page.getByRole("switch", { name: `Plain ${who.host} active` }).click();
    await page.getByText(`Plain ${who.host} deactivated`).waitFor();
    expect(new URL(page.url()).searchParams.get("q")).toBe("plain");
    await page.locator("summary.chip", { hasText: "Active" }).click();
    await page.getByRole("link", { name: "Inactive", exact: true }).click();
    await page.getByRole("link", { name: "Active Inactive Remove filter" }).waitFor();
    expect(await names(page)).toEqual([`Plain ${who.host}`]);
  }
}, 60_000);

it("narrows the agency's list to one reseller or to direct customers, pages it, and exports what it shows", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency, "Harbour Media");
  const ctx = await agency.ctx();
  for (let nth = 1; nth <= 26; nth++)
    await createCustomer(ctx, { name: `Inn ${String(nth).padStart(2, "0")}`, parentId: reseller.id });
  await createCustomer(ctx, { name: "Tidewater, Ltd", externalId: "t-1" });
  const { session } = agency.owner;
  const page = await world.visitor(agency.host, { session });
  await visit(page, `/resellers/${reseller.id}`);
  await page.getByRole("link", { name: "Show its customers" }).click();
  await page.getByRole("link", { name: "Reseller Harbour Media Remove filter" }).waitFor();
  expect(await names(page)).toHaveLength(25);
  await page.getByText("Next", { exact: true }).click();
  await page.locator("tbody tr:first-child", { hasText: "Inn 26" }).waitFor();
  await page.getByText("Previous", { exact: true }).click();
  await page.locator("tbody tr:first-child", { hasText: "Inn 01" }).waitFor();
  await page.getByRole("link", { name: "Name" }).click();
  await page.locator("tbody tr:first-child", { hasText: "Inn 26" }).waitFor();
  const exported = await page.getByRole("link", { name: "Export" }).getAttribute("href");
  const file = await csvOf(agency.host, exported!, session);
  expect(file.rows.map(([name]) => name)).toEqual(
    Array.from({ length: 26 }, (_, index) => `Inn ${String(26 - index).padStart(2, "0")}`),
  );
  expect(file.rows[0]![file.head.indexOf("Reseller")]).toBe("Harbour Media");
  await page.getByRole("link", { name: "Reseller Harbour Media Remove filter" }).click();
  await page.locator("summary.chip", { hasText: "Reseller" }).click();
  await page.getByRole("link", { name: "Nobody: direct customers" }).click();
  await page.locator("tbody tr").nth(1).waitFor({ state: "detached" });
  expect(await names(page)).toEqual(["Tidewater, Ltd"]);
  for (const wrong of ["status=deleted", "sort=password", "seller=nobody"])
    expect((await csvOf(agency.host, `/customers.csv?${wrong}`, session)).status).toBe(404);
  const theirs = await csvOf(reseller.host, "/customers.csv", reseller.owner.session);
  expect([theirs.rows.length, theirs.head.includes("Reseller")]).toEqual([26, false]);
}, 60_000);

it("is no page of a distributor's, and offers nothing that a role may not do", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const distributor = await newDistributor(world.app, agency);
  const { id } = await createCustomer(await agency.ctx(), { name: "Seen", parentId: reseller.id });
  for (const path of ["/customers", "/customers/new", `/customers/${id}`, "/customers.csv"]) {
    const answer = await send(world.port, distributor.host, path, distributor.owner);
    expect([path, answer.status]).toEqual([path, 404]);
  }
  const account = { agencyId: agency.id, accountId: reseller.id, resellerId: reseller.id };
  const viewer = await addPerson(world.app, reseller.host, account, "viewer");
  const page = await world.visitor(reseller.host, { session: viewer.session });
  for (const path of ["/customers", `/customers/${id}`]) {
    await visit(page, path);
    expect(await page.getByRole("link", { name: /Add New|Edit/ }).count()).toBe(0);
    expect(await page.getByRole("switch").count()).toBe(0);
  }
  for (const path of ["/customers/new", `/customers/${id}/edit`])
    expect((await send(world.port, reseller.host, path, viewer)).status).toBe(403);
});

it("keeps what two people changed at the same time apart, and what was typed", async () => {
  const agency = await newAgency(world.app);
  const ctx = await agency.ctx();
  const { id } = await createCustomer(ctx, { name: "Shared" });
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  const other = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, `/customers/${id}/edit`);
  await visit(other, `/customers/${id}/edit`);
  await fill(other, { Name: "Theirs" });
  await other.getByRole("button", { name: "Save changes" }).click();
  await other.locator(".toast", { hasText: "Theirs saved" }).waitFor();
  await fill(page, { Name: "Mine" });
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.getByText("Somebody else has changed this in the meantime").waitFor();
  expect(await field(page, "Name").inputValue()).toBe("Mine");
});

it("shuts a deactivated customer's people out of every page, and tells them their seller's address and nobody else's", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const ctx = await contextFor(world.app, reseller.host, reseller.owner.session);
  const customer = await createCustomer(ctx, { name: "Inn" });
  await updateBrand(ctx, { color: "#8f2a72", supportEmail: "help@seller.example" });
  await updateBrand(await agency.ctx(), { color: "#8f2a72", supportEmail: "help@agency.example" });
  const account = { agencyId: agency.id, accountId: customer.id, resellerId: reseller.id };
  const place = { ...account, customerId: customer.id, realmId: reseller.id };
  const { session } = await addPerson(world.app, reseller.host, place, "member");
  await deactivateCustomer(ctx, { id: customer.id });
  for (const path of ["/", "/settings/profile", "/customers"]) {
    const answer = await send(world.port, reseller.host, path, { session });
    expect([path, answer.status]).toEqual([path, 403]);
    expect(answer.text).toContain("This account is not open at the moment");
    expect(answer.text).toContain("help@seller.example");
    expect(answer.text).not.toContain("help@agency.example");
  }
  expect((await send(world.port, reseller.host, "/sign-in", { session })).status).toBe(200);
});

it("lets the agency extend a reseller's claim on a company", async () => {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const { id } = await createCustomer(await agency.ctx(), { name: "Lindenhof", parentId: reseller.id });
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, `/customers/${id}`);
  const card = page.locator(".card", { hasText: "no other reseller can add this company" });
  const before = await card.locator("time").getAttribute("datetime");
  await card.getByRole("link", { name: "Extend" }).click();
  await field(page, "Days").fill("many");
  await page.getByRole("button", { name: "Extend" }).click();
  await page.locator(".msg.err").waitFor();
  expect(await field(page, "Days").inputValue()).toBe("many");
  await field(page, "Days").fill("14");
  await page.getByRole("button", { name: "Extend" }).click();
  await page.locator(".toast", { hasText: "Claim extended" }).waitFor();
  const after = await card.locator("time").getAttribute("datetime");
  expect(Date.parse(after!) - Date.parse(before!)).toBe(14 * 86_400_000);
  const theirs = await world.visitor(reseller.host, { session: reseller.owner.session });
  await visit(theirs, `/customers/${id}`);
  await theirs.locator(".card", { hasText: "no other reseller can add this company" }).waitFor();
  expect(await theirs.getByRole("link", { name: "Extend" }).count()).toBe(0);
});
