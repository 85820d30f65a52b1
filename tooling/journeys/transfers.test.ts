import { send } from "@tenantry/api/testing/web";
import { addPerson } from "@tenantry/core/testing";
import { newMarket } from "@tenantry/core/testing/market";
import { carryOutTransfers } from "@tenantry/core/transfers/sweep";
import { openPool } from "@tenantry/db";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

async function round() {
  const worker = openPool({ url: world.app.workerUrl, max: 1, onConnectionError: () => {} });
  await carryOutTransfers(worker).finally(() => worker.end());
}

const confirm = async (page: Page) => {
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.locator(".toast", { hasText: "Move confirmed" }).waitFor();
};

it("moves a customer once its seller, the new one and the customer have confirmed", async () => {
  const market = await newMarket(world.app);
  const { agency, agent, seller, customers } = market;
  const customerId = customers.ofAgent;
  const place = { accountId: customerId, customerId, realmId: agent.id, resellerId: agent.id };
  const owner = await addPerson(world.app, agent.host, { agencyId: agency.id, ...place }, "owner");

  const page = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(page, `/customers/${customerId}`);
  await page.getByRole("link", { name: "Move", exact: true }).click();
  await page.getByRole("combobox", { name: "New seller" }).selectOption({ label: seller.name });
  await page.getByRole("button", { name: "Show what changes" }).click();
  await page.getByText("It takes effect as soon as all three sides have confirmed").waitFor();
  await page.getByRole("button", { name: "Ask for the move" }).click();
  await page.locator(".toast", { hasText: "Move asked for" }).waitFor();
  const path = new URL(page.url()).pathname;
  expect(await page.getByRole("button", { name: "Confirm" }).count()).toBe(0);

  const giver = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(giver, path);
  await confirm(giver);
  const receiver = await world.visitor(seller.host, {
    session: seller.owner.session,
    javaScriptEnabled: false,
  });
  await receiver.goto("/customers");
  await receiver.getByRole("link", { name: "Moves" }).click();
  await receiver.getByRole("link", { name: "Cove Cafe" }).click();
  await receiver.getByRole("button", { name: "Confirm" }).click();
  await receiver.getByText("Move confirmed").waitFor();
  const customer = await world.visitor(agent.host, { session: owner.session });
  await visit(customer, "/account");
  await customer.getByText("Cove Cafe is to move to another seller").waitFor();
  await customer.getByRole("main").getByRole("link", { name: "Open" }).click();
  await confirm(customer);
  await round();
  await receiver.goto("/customers");
  await receiver.getByRole("link", { name: "Cove Cafe" }).waitFor();
  expect((await send(world.port, agent.host, `/customers/${customerId}`, agent.owner)).status).toBe(404);
  await visit(giver, path);
  await giver.getByText("What was invoiced before stays with who issued it.").waitFor();
}, 60_000);

it("says what stands in the way, and lets a side refuse", async () => {
  const market = await newMarket(world.app);
  const { agency, agent, seller, customers } = market;
  const customerId = customers.ofAgent;
  const { rows } = await world.app.admin.query("select code from accounts where id = $1", [seller.id]);
  const page = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(page, `/customers/${customerId}/transfer`);
  const look = async () => {
    await page.getByRole("textbox", { name: "Partner Account of the new seller" }).fill(rows[0].code);
    await page.getByRole("button", { name: "Show what changes" }).click();
  };
  await look();
  await page.getByText("has no owner who can sign in and confirm").waitFor();
  const place = { accountId: customerId, customerId, realmId: agent.id, resellerId: agent.id };
  await addPerson(world.app, agent.host, { agencyId: agency.id, ...place }, "owner");
  await visit(page, `/customers/${customerId}/transfer`);
  await look();
  await page.getByRole("button", { name: "Ask for the move" }).click();
  await page.locator(".toast", { hasText: "Move asked for" }).waitFor();
  expect(await page.getByText(seller.name).count()).toBe(0);
  const path = new URL(page.url()).pathname;
  const receiver = await world.visitor(seller.host, { session: seller.owner.session });
  await visit(receiver, path);
  await receiver.getByRole("button", { name: "Refuse" }).click();
  await receiver.locator(".toast", { hasText: "Move refused" }).waitFor();
  await visit(page, "/transfers");
  await page.locator("tbody tr", { hasText: "Refused" }).waitFor();
}, 60_000);
