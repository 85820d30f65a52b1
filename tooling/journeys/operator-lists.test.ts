import { send } from "@tenantry/api/testing/web";
import { newAgency } from "@tenantry/core/testing";
import { letters } from "@tenantry/core/testing/agency";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { newOperator, operatorHost } from "./support/operator.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

const names = (page: Page) => page.locator("tbody th .clip").allTextContents();
const address = (page: Page) => new URL(page.url()).search;

it("searches, filters, sorts and pages the agencies in the address, with scripts and without", async () => {
  const group = letters(10);
  for (let at = 10; at < 63; at++) await newAgency(world.app, { name: `${group} ${at}` });
  const { session } = await newOperator(world.app);
  const page = await world.visitor(operatorHost, { session });
  await visit(page, "/agencies");
  await page.getByLabel("Search by name, address or owner").fill(group);
  await page.waitForURL(/q=/);
  await page.locator("tbody tr:first-child", { hasText: `${group} 10` }).waitFor();
  const first = await names(page);
  expect(first).toEqual(Array.from({ length: 50 }, (_, at) => `${group} ${at + 10}`));
  await page.getByText("Next", { exact: true }).click();
  await page.locator("tbody tr:first-child", { hasText: `${group} 60` }).waitFor();
  expect(await names(page)).toEqual([60, 61, 62].map((at) => `${group} ${at}`));

  const plain = await world.visitor(operatorHost, { session, javaScriptEnabled: false });
  await plain.goto(`/agencies${address(page)}`);
  await plain.getByText("Previous", { exact: true }).click();
  await plain.locator("tbody tr:first-child", { hasText: `${group} 10` }).waitFor();
  await plain.waitForLoadState();
  expect(await names(plain)).toEqual(first);
  await plain.getByRole("link", { name: "Agency", exact: true }).click();
  await plain.waitForURL(/sort=-name/);
  expect((await names(plain))[0]).toBe(`${group} 62`);
  await plain.getByText("Status", { exact: true }).first().click();
  await plain.locator(".menu-items").getByRole("link", { name: "Suspended" }).click();
  await plain.waitForURL(/status=suspended/);
  await plain.getByRole("heading", { name: "No agency matches" }).waitFor();
  await plain.getByRole("link", { name: "Clear search and filters" }).click();
  await plain.waitForURL((url) => url.search === "");
});

it("suspends out of a searched list and comes back to it", async () => {
  const { name, slug } = await newAgency(world.app);
  const page = await world.visitor(operatorHost, { session: (await newOperator(world.app)).session });
  await visit(page, `/agencies?q=${slug}`);
  await page.getByRole("link", { name: `Suspend ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Suspend agency" }).click();
  await page.locator(".toast", { hasText: "suspended" }).waitFor();
  expect(address(page)).toBe(`?q=${slug}`);
  await page.getByRole("button", { name: `Reopen ${name}` }).click();
  await page.locator(".toast", { hasText: "reopened" }).waitFor();
  expect(address(page)).toBe(`?q=${slug}`);
});

it("says of an agency that is not there that there is no such page", async () => {
  const { session } = await newOperator(world.app);
  for (const verb of ["suspend", "reopen"]) {
    const path = `/agencies/${crypto.randomUUID()}/${verb}`;
    expect((await send(world.port, operatorHost, path, { session, method: "POST" })).status, verb).toBe(404);
  }
});

it("exports all pages of the list in the address, formulas made harmless", async () => {
  const group = letters(10);
  for (let at = 0; at < 101; at++) await newAgency(world.app, { name: `=${group} ${100 + at}` });
  const { session } = await newOperator(world.app);
  const page = await world.visitor(operatorHost, { session });
  await visit(page, `/agencies?q=${group}&sort=-name`);
  const link = page.getByRole("link", { name: "Download CSV" });
  const file = await send(world.port, operatorHost, (await link.getAttribute("href")) ?? "", { session });
  expect(file.headers["content-type"]).toBe("text/csv; charset=utf-8");
  expect(file.headers["content-disposition"]).toBe('attachment; filename="agencies.csv"');
  const [head, ...lines] = file.text.trimEnd().split("\r\n");
  expect(head).toBe("\uFEFFAgency,Address,Owner,Invitation,Resellers,Created,Status");
  expect(lines.map((line) => line.split(",")[0])).toEqual(
    Array.from({ length: 101 }, (_, at) => `'=${group} ${200 - at}`),
  );

  const mails = await send(world.port, operatorHost, `/outbox.csv?q=${group}`, { session });
  expect(mails.text).toBe("\uFEFFSubject,To,From,Made,State\r\n");
  const all = await send(world.port, operatorHost, "/outbox.csv?state=queued", { session });
  expect(all.text.trimEnd().split("\r\n").length).toBeGreaterThan(101);
  expect((await send(world.port, operatorHost, "/outbox.csv", {})).status).toBe(302);
}, 60_000);

it("searches and filters the outbox; its sent mails are called what they are here", async () => {
  const agency = await newAgency(world.app);
  const page = await world.visitor(operatorHost, { session: (await newOperator(world.app)).session });
  await visit(page, `/outbox?q=${agency.owner.email.toUpperCase()}`);
  expect(await page.locator("tbody tr").count()).toBe(1);
  await page.getByText("State", { exact: true }).first().click();
  await page.locator(".menu-items").getByRole("link", { name: "In the outbox" }).click();
  await page.getByRole("heading", { name: "No mail matches" }).waitFor();
  expect(address(page)).toContain("state=sent");
  await page.getByRole("link", { name: "State In the outbox Remove filter" }).click();
  await page.locator("tbody tr").waitFor();
});
