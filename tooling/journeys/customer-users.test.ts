import { send } from "@tenantry/api/testing/web";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { invitePerson } from "@tenantry/core/team/invite";
import { newMarket } from "@tenantry/core/testing/market";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

/** Fields by the beginning of their labels, which may end with "Optional". */
const field = (page: Page, name: string) => page.getByRole("textbox", { name: new RegExp(`^${name}`) });

it("View Customer User: opens the customer, its users in the related list at the bottom, and a user's details", async () => {
  const market = await newMarket(world.app);
  const { agent, customers } = market;
  const page = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(page, "/customers");
  // Open Customer.
  await page.locator("tbody th a", { hasText: "Cove Cafe" }).click();
  // The Related Lists section at the bottom contains Users of the customer.
  const users = page.locator("section.card", { has: page.getByRole("heading", { name: "Users" }) });
  await users.getByText("Nobody yet.").waitFor();
  expect(await page.locator("main section.card").last().getByRole("heading").first().textContent()).toBe(
    "Users",
  );
  await users.getByRole("link", { name: "Add user" }).click();
  await field(page, "Email").fill("uma@cove-cafe.example");
  await field(page, "Name").fill("Uma User");
  expect(await page.getByRole("radio").count()).toBe(2);
  await page.getByRole("radio", { name: /Owner/ }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  const link = await page.getByRole("textbox", { name: "Invitation link" }).inputValue();
  const guest = await world.visitor(agent.host);
  await guest.goto(new URL(link).pathname);
  await guest.getByLabel("New password").fill("correct horse battery staple");
  await guest.getByLabel("Confirm password").fill("correct horse battery staple");
  await guest.getByRole("button", { name: "Start using the account" }).click();
  await guest.getByRole("heading", { level: 1, name: "Cove Cafe" }).waitFor();
  await guest.getByText("Nothing has been bought yet.").waitFor();
  expect(await guest.getByRole("navigation", { name: "Main" }).getByRole("link").allTextContents()).toEqual([
    "My account",
    "Settings",
  ]);
  // Click the name to view user details.
  await visit(page, `/customers/${customers.ofAgent}`);
  await users.getByRole("cell", { name: "Owner" }).waitFor();
  await users.getByRole("link", { name: "Uma User" }).click();
  await page.getByRole("heading", { level: 1, name: "Uma User" }).waitFor();
  await page.getByText("uma@cove-cafe.example").waitFor();
  await page.getByRole("link", { name: "Disable" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disable" }).click();
  await page.locator(".toast", { hasText: "Uma User disabled" }).waitFor();
  await guest.goto("/account");
  await guest.waitForURL(/sign-in/);
}, 60_000);

it("lets somebody of two companies go over from one to the other at the top right, and a customer pay", async () => {
  const market = await newMarket(world.app);
  const { agent, customers, plans, as } = market;
  await createSubscription(await as.agent(), {
    ...{
      customerId: customers.ofAgent,
      planId: plans.agencys,
      currency: "EUR",
      interval: "month",
      quantity: 3,
    },
  });
  await invitePerson(await as.agent(), {
    ...{ accountId: customers.ofAgent, email: agent.owner.email, role: "owner" },
  });
  const page = await world.visitor(agent.host, { session: agent.owner.session });
  await visit(page, "/");
  await page.locator("header .switch summary").click();
  await page.locator("header .switch").getByRole("link", { name: "Other companies" }).click();
  const there = page.locator("section.card", { has: page.getByRole("heading", { name: "Cove Cafe" }) });
  await there.getByRole("button", { name: "Go over" }).click();
  await page.waitForURL(/\/account$/);
  await page.getByRole("heading", { level: 1, name: "Cove Cafe" }).waitFor();
  await page.locator(".toast", { hasText: "You are in Cove Cafe now" }).waitFor();
  await page.getByRole("link", { name: "Pay" }).click();
  await page.waitForURL(/\/pay\//);
  await page.getByText("30.00").first().waitFor();
  for (const path of ["/customers", "/invoices", "/company", "/plans", "/settings/team"])
    expect([path, (await send(world.port, agent.host, path, agent.owner)).status]).toEqual([path, 403]);
}, 60_000);
