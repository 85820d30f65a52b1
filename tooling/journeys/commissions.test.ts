import { send } from "@tenantry/api/testing/web";
import { readRate } from "@tenantry/core/commissions/read-rate";
import { newDistributor } from "@tenantry/core/testing";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { newEarnings } from "./support/earnings.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

const amounts = (page: Page) => page.locator("tbody td:nth-child(6) .cell > :last-child").allTextContents();

it("shows a reseller what it earned, how each amount came about, and what it can expect when", async () => {
  const { agent, sell, refund } = await newEarnings(world.app);
  const first = await sell(3);
  await sell(4);
  await refund(first, 1_000);
  const page = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(page, "/");
  await page.getByRole("link", { name: "Commissions" }).click();
  await page.getByRole("heading", { level: 1, name: "Commissions" }).waitFor();
  expect(await page.locator(".trio dd").allTextContents()).toEqual(["€7.50", "€0.00", "9 Apr 2027"]);
  expect(await amounts(page)).toEqual(["-€1.25", "€5.00", "€3.75"]);
  await page.getByRole("button", { name: "How €3.75 came about" }).focus();
  const tip = page.getByRole("tooltip", { name: /€30.00 × 12.5% = €3.75/ });
  await tip.waitFor();
  expect(await tip.textContent()).toContain("your rate");
  expect(await tip.textContent()).toContain("Payable from 9 Apr 2027.");
  expect(await page.getByText("Then it can be paid out to you.").count()).toBe(3);
  await page.getByRole("link", { name: "Date" }).click();
  await page.locator("tbody tr:first-child", { hasText: "€3.75" }).waitFor();
  await page.getByRole("link", { name: "€0.00" }).click();
  await page.getByText("No commission matches").waitFor();
  await page.getByRole("link", { name: "Clear filters" }).click();
  await page.locator("tbody tr").nth(2).waitFor();
}, 60_000);

it("narrows the agency's list to a reseller and to lines that brought nothing, says why, and exports what it shows", async () => {
  const { agency, agent, customers, sell, later } = await newEarnings(world.app);
  await sell(3);
  await sell(1, customers.direct);
  await later();
  const { session } = agency.owner;
  const page = await world.visitor(agency.host, { session });
  await visit(page, "/commissions");
  expect(await page.locator(".trio dd").allTextContents()).toEqual(["€0.00", "€3.75", "Nothing waits"]);
  await page.getByText("from the reseller", { exact: true }).waitFor();
  await page.locator("summary.chip", { hasText: "Reseller" }).click();
  await page.locator(".menu-items").getByRole("link", { name: agent.name }).click();
  await page.getByRole("link", { name: `Reseller ${agent.name} Remove filter` }).waitFor();
  const href = await page.getByRole("link", { name: "Download CSV" }).getAttribute("href");
  const { text } = await send(world.port, agency.host, href!, { session });
  const [head, line, ...rest] = text.replace("\ufeff", "").trimEnd().split("\r\n");
  expect(head).toContain("Commission,Currency,State,Reason,Payable from,Reseller");
  expect(line).toContain("30.00,12.5%,from the reseller,3.75,EUR,Payable,By the rate,");
  expect(rest).toEqual([]);
  await visit(page, "/commissions?outcome=skipped");
  await page.locator("tbody tr", { hasText: "Direct Dental" }).waitFor();
  expect(await page.locator("tbody tr").count()).toBe(1);
  await page.locator("tbody tr td", { hasText: "It was sold without a reseller." }).waitFor();
}, 60_000);

it("reads the list page by page, both ways, and without a script", async () => {
  const { agency, sell } = await newEarnings(world.app);
  for (let nth = 1; nth <= 26; nth++) await sell(nth);
  const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await page.goto("/commissions");
  expect(await page.locator("tbody tr").count()).toBe(25);
  await page.getByRole("link", { name: "Next" }).click();
  await page.locator("tbody tr", { hasText: "€10.00" }).waitFor();
  await page.getByRole("link", { name: "Previous" }).click();
  await page.locator("tbody tr", { hasText: "€260.00" }).waitFor();
  await page.locator("summary.chip", { hasText: "State" }).click();
  await page.getByRole("link", { name: "Paid", exact: true }).click();
  await page.getByText("No commission matches").waitFor();
}, 60_000);

it("is no page of a distributor's, and says to a reseller with plans of its own why it earns none", async () => {
  const { agency, seller } = await newEarnings(world.app);
  const distributor = await newDistributor(world.app, agency);
  for (const path of ["/commissions", "/commissions.csv"])
    expect((await send(world.port, distributor.host, path, distributor.owner)).status).toBe(404);
  const { text } = await send(world.port, seller.host, "/commissions", seller.owner);
  expect(text).toContain("Plans of your own earn none");
});

it("sets, changes and takes away the rate of a reseller and of a plan, without a script", async () => {
  const { agency, agent, seller, plans, as } = await newEarnings(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session, javaScriptEnabled: false });
  await page.goto(`/resellers/${agent.id}`);
  const card = page.locator(".card", { hasText: "Commission rate" });
  await card.getByText("12.5%").waitFor();
  await card.getByRole("link", { name: "Change rate" }).click();
  const field = page.getByRole("textbox", { name: "Rate in percent" });
  expect(await field.inputValue()).toBe("12.5");
  await field.fill("12.345");
  await page.getByRole("button", { name: "Set rate" }).click();
  await page.getByText("Give a rate from 0 to 100 %, with two decimals at most.").waitFor();
  expect(await field.inputValue()).toBe("12.345");
  await field.fill("7.25 %");
  await page.getByRole("button", { name: "Set rate" }).click();
  await card.getByText("7.25%").waitFor();
  await card.getByRole("link", { name: "Change rate" }).click();
  await page.getByRole("button", { name: "Take it away" }).click();
  await card.getByText("No rate set").waitFor();

  await page.goto(`/plans/${plans.agencys}`);
  await page.getByRole("link", { name: "Set rate" }).click();
  await field.fill("20");
  await page.getByRole("button", { name: "Set rate" }).click();
  await card.getByText("20%").waitFor();
  expect(await readRate(await as.agency(), { subject: "plan", id: plans.agencys })).toMatchObject({
    ownBps: 2_000,
  });
  await page.goto(`/resellers/${seller.id}`);
  expect(await card.count()).toBe(0);
  const { status } = await send(world.port, agency.host, `/resellers/${seller.id}/rate`, agency.owner);
  expect(status).toBe(404);
}, 60_000);
