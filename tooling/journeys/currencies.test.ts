import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { sideways } from "./support/audit.ts";
import { newEarnings } from "./support/earnings.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("pays a reseller in another currency than it earns in, and tells both sides how", async () => {
  const { agency, agent, sell, later } = await newEarnings(world.app);
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  const rate = async (value: string) => {
    await visit(page, "/payouts/exchange-rates/new");
    await page.getByLabel("Is worth").fill(value);
    await page.getByLabel("Source").fill(`ECB, ${value}`);
    await page.getByRole("button", { name: "Add rate" }).click();
  };
  await visit(page, `/resellers/${agent.id}`);
  await page.getByText("Each that is earned").waitFor();
  await page.locator(".card", { hasText: "Payout currency" }).getByRole("link", { name: "Change" }).click();
  await page.getByRole("combobox", { name: "Currency" }).selectOption("USD");
  await page.getByRole("button", { name: "Save changes" }).click();
  await page.locator(".toast", { hasText: "Payout currency saved" }).waitFor();
  await sell(8);
  await later();
  // 12.5 % of 80.00, which nobody has said the worth of.
  await visit(page, "/payouts/new");
  await page.getByText("Stays: no exchange rate").waitFor();
  await rate("one");
  await page.locator(".msg.err").waitFor();
  expect(await page.getByLabel("Source").inputValue()).toBe("ECB, one");
  await rate("1.1");
  await page.locator(".toast", { hasText: "Rate of EUR in USD saved" }).waitFor();
  await sell(8);
  await rate("1.2");
  await page.locator(".toast", { hasText: "Rate of EUR in USD saved" }).waitFor();
  await page.getByRole("row", { name: /1\.1.*Counted before/ }).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download CSV" }).click();
  expect((await readFile(await (await download).path(), "utf8")).trim().split("\n")).toHaveLength(3);
  await visit(page, "/payouts/new");
  await page.getByText("US$12.00 in 1 payout").waitFor();
  await page.getByRole("button", { name: "Make 1 payout" }).click();
  await page.getByText("1 EUR = 1.2 USD, ECB, 1.2").waitFor();
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await sideways(page)).toBe(0);

  const theirs = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(theirs, "/payouts");
  await theirs.getByText("US$12.00").waitFor();
  await theirs.locator("tbody th a").click();
  await theirs.getByText("Conversion difference").waitFor();
  await visit(theirs, "/commissions");
  await theirs.locator("tbody tr").first().getByRole("link", { name: /^INV/ }).waitFor();
}, 90_000);
