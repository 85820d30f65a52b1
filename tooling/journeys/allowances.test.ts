import { setAllowance } from "@tenantry/core/allowances/set";
import { createCustomer } from "@tenantry/core/customers/create";
import { archiveReseller } from "@tenantry/core/resellers/archive";
import { contextFor, newAgency, newReseller } from "@tenantry/core/testing";
import { newDistributor, newResellerOf } from "@tenantry/core/testing/upline";
import { decideUsage } from "@tenantry/core/usage/index";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

async function scene() {
  const agency = await newAgency(world.app);
  const reseller = await newReseller(world.app, agency);
  const ctx = await contextFor(world.app, reseller.host, reseller.owner.session);
  const customer = await createCustomer(ctx, { name: "Harbour Dental" });
  const ask = async (quantity: number) =>
    decideUsage(await agency.ctx(), { accountId: customer.id, meter: "messages", quantity });
  return { agency, reseller, customer, ask };
}

it("goes from the agency to a reseller to its customer, who is stopped at its slice and goes on when it is raised", async () => {
  const { agency, reseller, ask } = await scene();
  const agencys = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(agencys, `/resellers/${reseller.id}`);
  const card = agencys.getByRole("region", { name: "Allowances" });
  await card.getByRole("row", { name: /^Messages 10,000 0 0 10,000/ }).waitFor();
  await card
    .getByRole("row", { name: /^Messages/ })
    .getByRole("link", { name: "Change" })
    .click();
  await agencys.getByLabel("Units a month").fill("600");
  await agencys.getByLabel("Units a month").blur();
  await agencys.getByRole("row", { name: "It has No limit 600 · Guaranteed" }).waitFor();
  await agencys.getByRole("button", { name: "Give it" }).click();
  await agencys.locator(".toast", { hasText: "600 Messages a month" }).waitFor();
  await agencys.getByRole("row", { name: /600 Guaranteed/ }).waitFor();
  await visit(agencys, `/resellers/${reseller.id}`);
  await agencys.getByText("of 600 by allowance").waitFor();

  const page = await world.visitor(reseller.host, { session: reseller.owner.session });
  await visit(page, "/");
  await page.getByText("of 600 by allowance").waitFor();
  await visit(page, "/allowances?meter=messages");
  await page.getByText("600 free to promise").waitFor();
  await page.getByRole("link", { name: "Change what Harbour Dental has of Messages" }).click();
  await page.getByLabel("Units a month").fill("601");
  await page.getByLabel("Units a month").blur();
  await page.getByText("At most 600 would fit").waitFor();
  expect(await page.getByRole("button", { name: "Give it" }).count()).toBe(0);
  await page.getByLabel("Units a month").fill("100");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("row", { name: "Left to promise 500" }).waitFor();
  await page.getByRole("button", { name: "Give it" }).click();
  await page.locator(".toast", { hasText: "Gave Harbour Dental 100 Messages a month" }).waitFor();

  expect(await ask(80)).toMatchObject({ decision: "allow" });
  expect(await ask(21)).toMatchObject({
    ...{ decision: "deny", reason: "past_allowance", remainingUnits: 20 },
    limit: { level: "customer" },
  });
  await page.getByRole("link", { name: "Change what Harbour Dental has of Messages" }).click();
  await page.getByRole("heading", { name: "Messages for Harbour Dental" }).waitFor();
  await page.getByLabel("Units a month").fill("79");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("Give at least 80 this month").waitFor();
  await page.getByLabel("Units a month").fill("150");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Give it" }).click();
  await page.locator(".toast", { hasText: "Gave Harbour Dental 150 Messages a month" }).waitFor();
  expect(await ask(21)).toMatchObject({ decision: "allow" });
});

it("gives, takes back and removes without a script, and says what would be refused", async () => {
  const { reseller, ask } = await scene();
  const page = await world.visitor(reseller.host, {
    session: reseller.owner.session,
    javaScriptEnabled: false,
  });
  await page.goto("/allowances?meter=messages");
  await page.getByRole("link", { name: "Change what Harbour Dental has of Messages" }).click();
  await page.getByLabel("How").selectOption("shared");
  await page.getByLabel("Units a month").fill("10,001");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("At most 10,000 would fit").waitFor();
  await page.getByLabel("How").selectOption("guaranteed");
  await page.getByLabel("Units a month").fill("2,000");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Give it" }).click();
  await page.getByRole("row", { name: /Harbour Dental 2,000 Guaranteed 0 2,000/ }).waitFor();
  await ask(300);
  await page.getByRole("link", { name: "Change what Harbour Dental has of Messages" }).click();
  await page.getByRole("button", { name: "Take back what is unused" }).click();
  await page.getByRole("row", { name: /Harbour Dental 300 Guaranteed 300 0/ }).waitFor();
  await page.getByText("9,700 free to promise").waitFor();
  await page.getByLabel("Percent of what there is").fill("90");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator(".msg.err", { hasText: "from 100 to 1,000" }).waitFor();
  await page.getByLabel("Percent of what there is").fill("150");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("14,700 free to promise").waitFor();
  await page.getByRole("link", { name: "Change what Harbour Dental has of Messages" }).click();
  await page.getByRole("button", { name: "Remove the allowance" }).click();
  await page.getByRole("row", { name: /Harbour Dental – 300 No limit/ }).waitFor();
});

it("lists a deleted reseller that still holds something, and takes it back", async () => {
  const { agency, reseller } = await scene();
  const ctx = await agency.ctx();
  await setAllowance(ctx, { accountId: reseller.id, meter: "messages", mode: "guaranteed", units: 500 });
  await archiveReseller(ctx, { id: reseller.id });
  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, "/allowances?meter=messages");
  await page.getByRole("row", { name: new RegExp(`${reseller.name} Deleted 500 Guaranteed`) }).waitFor();
  await page.getByRole("link", { name: `Change what ${reseller.name} has of Messages` }).click();
  await page.getByLabel("Units a month").fill("501");
  await page.getByLabel("Units a month").blur();
  await page
    .getByText("It was deleted: what it has can be lowered, not raised. At most 500 would do.")
    .waitFor();
  await page.getByRole("button", { name: "Take back what is unused" }).click();
  await page.locator(".toast", { hasText: `Took back what ${reseller.name} does not use` }).waitFor();
  await page.getByRole("heading", { name: "Nobody to give to yet" }).waitFor();
});

it("searches, filters and sorts by its address, and gives the same rows as a file", async () => {
  const { agency, reseller } = await scene();
  const ctx = await contextFor(world.app, reseller.host, reseller.owner.session);
  await createCustomer(ctx, { name: "Quay Books" });
  const page = await world.visitor(reseller.host, { session: reseller.owner.session });
  await visit(page, "/allowances?meter=messages&q=quay&mode=none&sort=-name");
  await page.getByRole("row", { name: /Quay Books/ }).waitFor();
  expect(await page.getByRole("row", { name: /Harbour Dental/ }).count()).toBe(0);
  await visit(page, "/allowances?mode=guaranteed");
  await page.getByRole("heading", { name: "Nobody matches" }).waitFor();
  const file = await page.evaluate(async () => (await fetch("/allowances.csv?meter=messages&q=quay")).text());
  expect(file).toContain("Quay Books");
  expect(file).not.toContain("Harbour Dental");
  const agencys = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(agencys, `/allowances?of=${reseller.id}&meter=messages`);
  await agencys.getByRole("heading", { name: `Allowances of ${reseller.name}` }).waitFor();
  await agencys.getByRole("row", { name: /Harbour Dental/ }).waitFor();
  expect(await agencys.getByRole("link", { name: /Change what/ }).count()).toBe(0);
});

it("goes from the agency to a distributor to its reseller, and never past what there is", async () => {
  const agency = await newAgency(world.app);
  const distributor = await newDistributor(world.app, agency);
  const reseller = await newResellerOf(world.app, agency, distributor);
  const agencys = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(agencys, `/distributors/${distributor.id}`);
  await agencys
    .getByRole("region", { name: "Allowances" })
    .getByRole("row", { name: /^Messages/ })
    .getByRole("link", { name: "Change" })
    .click();
  await agencys.getByLabel("Units a month").fill("500");
  await agencys.getByRole("button", { name: "Preview" }).click();
  await agencys.getByRole("link", { name: "Cancel" }).waitFor();
  expect(await agencys.getByRole("link", { name: "Cancel" }).getAttribute("href")).toBe(
    `/distributors/${distributor.id}`,
  );
  await agencys.getByRole("button", { name: "Give it" }).click();
  await agencys.locator(".toast", { hasText: "500 Messages a month" }).waitFor();

  const page = await world.visitor(distributor.host, { session: distributor.owner.session });
  await visit(page, "/resellers");
  await page.getByRole("link", { name: "Allowances" }).click();
  await page.getByText("What you give your resellers").waitFor();
  await page.getByText("500 free to promise").waitFor();
  await page.getByRole("link", { name: `Change what ${reseller.name} has of Messages` }).click();
  await page.getByLabel("Units a month").fill("501");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("At most 500 would fit").waitFor();
  await page.getByLabel("Units a month").fill("300");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Give it" }).click();
  await page.locator(".toast", { hasText: `Gave ${reseller.name} 300 Messages a month` }).waitFor();
  await page.getByText("200 free to promise").waitFor();
  await page.getByRole("link", { name: `Change what ${reseller.name} has of Messages` }).click();
  await page.getByRole("button", { name: "Take back what is unused" }).click();
  await page.locator(".toast", { hasText: `Took back what ${reseller.name} does not use` }).waitFor();
  await page.getByText("500 free to promise").waitFor();

  // Nothing is left of it, and that stops the reseller: who is above both takes it away.
  await visit(agencys, `/resellers/${reseller.id}`);
  await agencys.getByRole("region", { name: "Allowances" }).getByRole("link", { name: "Change" }).click();
  await agencys.getByText(`${distributor.name} gave this.`).waitFor();
  expect(await agencys.getByLabel("Units a month").count()).toBe(0);
  await agencys.getByRole("button", { name: "Remove the allowance" }).click();
  await agencys.locator(".toast", { hasText: `Removed the allowance of ${reseller.name}` }).waitFor();
  await visit(page, "/allowances?meter=messages");
  await page.getByRole("row", { name: new RegExp(`${reseller.name} [0-9,]+ by its plan`) }).waitFor();
});
