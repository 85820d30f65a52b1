import { send } from "@tenantry/api/testing/web";
import { expect, it } from "vitest";
import { makeEarnings } from "./support/earnings.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("shows both sides what a month began with, what happened and what it ended with, as a page, a file and a PDF", async () => {
  const { agency, agent } = await makeEarnings(world.app);
  const { session } = agency.owner;
  const page = await world.visitor(agency.host, { session });
  await visit(page, "/payouts");
  await page.getByRole("link", { name: "Statements" }).click();
  await page.getByRole("heading", { level: 1, name: "Statements" }).waitFor();
  await visit(page, "/statements?month=2027-06");
  const cells = page.locator("tbody tr", { hasText: agent.name }).locator("td, th");
  const [, opening, , , , , , closing] = await cells.allTextContents();
  await page.getByRole("link", { name: agent.name }).click();
  await page.getByRole("heading", { level: 1, name: `Statement of ${agent.name}` }).waitFor();
  const sums = page.locator("dl.list dd");
  expect(await sums.first().textContent()).toBe(opening);
  expect(await sums.last().textContent()).toBe(closing);
  await page.getByRole("link", { name: "The month before" }).click();
  await page.getByRole("navigation", { name: "May 2027" }).waitFor();
  expect(await page.locator("dl.list div:last-child dd").textContent()).toBe(opening);

  const resellers = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(resellers, "/commissions");
  await resellers.getByRole("link", { name: "Statements" }).click();
  await resellers.getByRole("heading", { level: 1, name: "Statement", exact: true }).waitFor();
  await visit(resellers, `/statements/${agent.id}?month=2027-06`);
  expect(await resellers.locator("dl.list div:last-child dd").textContent()).toBe(closing);
  const href = await resellers.getByRole("link", { name: "Download CSV" }).getAttribute("href");
  const { text } = await send(world.port, agent.host, href!, { session: agent.owner.session });
  const [head, ...lines] = text.replace("\ufeff", "").trimEnd().split("\r\n");
  expect(head).toBe("Day,Movement,Document,Customer,Amount,Currency");
  const cents = (money: string) => Math.round(Number(money.replace(/[€,]/g, "")) * 100);
  const moved = lines.reduce((sum, line) => sum + cents(line.split(",").at(-2)!), 0);
  expect(cents(opening!) + moved).toBe(cents(closing!));
  const pdf = await resellers.getByRole("link", { name: "PDF" }).getAttribute("href");
  const file = await send(world.port, agent.host, pdf!, { session: agent.owner.session });
  expect(file.headers["content-type"]).toBe("application/pdf");
  expect(file.text.startsWith("%PDF-1.7")).toBe(true);
}, 60_000);
