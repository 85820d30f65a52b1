import { expect, it } from "vitest";
import { newEarnings } from "./support/earnings.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("lets a reseller dispute a line, the agency answer with another amount, and both read how it came about", async () => {
  const { agency, agent, sell, later } = await newEarnings(world.app);
  await sell(3);
  await later();
  const resellers = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(resellers, "/commissions");
  await resellers.locator("tbody tr td:first-child a").click();
  await resellers.getByRole("heading", { level: 1, name: /Line 1 of/ }).waitFor();
  await resellers.getByText("€30.00 × 12.5% = €3.75").waitFor();
  await resellers.getByRole("link", { name: "Dispute" }).click();
  await resellers.getByLabel("What is wrong with it").fill("We agreed on 15 % on the phone");
  await resellers.getByRole("button", { name: "Dispute it" }).click();
  await resellers.getByText("You dispute what its line comes to").first().waitFor({ state: "attached" });

  const agencys = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(agencys, "/commissions");
  expect(await agencys.locator(".trio dd").allTextContents()).toEqual([
    ...["€0.00", "€0.00", "€3.75", "Nothing waits"],
  ]);
  await agencys.locator(".trio").getByRole("link", { name: "€3.75" }).click();
  await agencys.getByRole("link", { name: "State Disputed Remove filter" }).waitFor();
  await agencys.locator("tbody tr td:first-child a").click();
  await agencys.getByRole("link", { name: "Answer dispute" }).click();
  await agencys.getByText("It says: We agreed on 15 % on the phone").waitFor();
  await agencys.getByLabel("What the line comes to").fill("45");
  await agencys.getByLabel("Your answer").fill("So we did");
  await agencys.getByRole("button", { name: "Answer", exact: true }).click();
  await agencys.getByText("That is more than the line was sold for.").first().waitFor();
  expect(await agencys.getByLabel("Your answer").inputValue()).toBe("So we did");
  await agencys.getByLabel("What the line comes to").fill("4.50");
  await agencys.getByRole("button", { name: "Answer", exact: true }).click();
  await agencys.getByText("The line brings €4.50 in all").waitFor();

  await resellers.reload();
  await resellers.getByText("The line brings €4.50 in all").waitFor();
  await resellers.locator("tbody tr", { hasText: "Adjusted" }).getByText("€0.75").waitFor();
  await resellers.getByText(/So we did/).waitFor();
}, 60_000);

it("is taken back by the reseller, and the line is payable again", async () => {
  const { agent, sell, later } = await newEarnings(world.app);
  await sell(3);
  await later();
  const page = await world.visitor(agent.host, { session: agent.owner.session, javaScriptEnabled: false });
  await page.goto("/commissions");
  await page.locator("tbody tr td:first-child a").click();
  await page.getByRole("link", { name: "Dispute" }).click();
  await page.getByLabel("What is wrong with it").fill("Hasty");
  await page.getByRole("button", { name: "Dispute it" }).click();
  await page.getByRole("link", { name: "Take dispute back" }).click();
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.locator(".facts .badge", { hasText: "Payable" }).waitFor();
  await page.getByText("Taken back").first().waitFor();
}, 60_000);
