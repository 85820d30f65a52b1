import { changePlan } from "@tenantry/core/resellers/change-plan";
import { newMarket, newPricedPlan } from "@tenantry/core/testing/market";
import { expect, it } from "vitest";
import { sideways } from "./support/audit.ts";
import { carryOutPayments } from "./support/payments.ts";
import { visit } from "./support/visit.ts";
import { useWorld } from "./support/world.ts";

const world = useWorld();

it("lets an agency charge a reseller for its plan, which pays by the link at the agency's host", async () => {
  const { as, agency, seller } = await newMarket(world.app);
  const price = { currency: "EUR", interval: "month" as const, amountMinor: 3_100 };
  const planId = await newPricedPlan(await as.agency(), [price], "Wholesale 50");
  await changePlan(await as.agency(), { id: seller.id, planId, effective: "now" });
  const owner = await world.visitor(agency.host, { session: agency.owner.session });
  await visit(owner, `/resellers/${seller.id}`);
  await owner.getByText("It is invoiced to nobody until you charge for it.").waitFor();
  await owner.getByRole("link", { name: "Charge for it" }).click();
  await owner.getByLabel("Price").selectOption({ label: "€31.00 a month" });
  await owner.getByRole("button", { name: "Show what it comes to" }).click();
  // On the tenth of a month of 31 days 22 are left.
  await owner.getByText("For 10–31 Mar 2027").waitFor();
  await owner.getByText("None: the reseller buys it itself").waitFor();
  await owner.setViewportSize({ width: 360, height: 800 });
  expect(await sideways(owner)).toBe(0);
  await owner.setViewportSize({ width: 1280, height: 900 });
  await owner.getByRole("button", { name: "Charge from today" }).click();
  await owner.locator(".toast", { hasText: "Harbour Apps is charged for its plan." }).waitFor();
  await owner.locator(".amt", { hasText: "€22.00" }).waitFor();
  const link = new URL(await owner.getByLabel("Address").inputValue());
  expect(link.hostname).toBe(agency.host);
  await visit(owner, `/resellers/${seller.id}`);
  await owner.getByText("The next on 1 Apr 2027: €31.00.").waitFor();

  const theirs = await world.visitor(seller.host, { session: seller.owner.session });
  await visit(theirs, "/invoices?sold=bought");
  await theirs.getByRole("row", { name: /€22\.00/ }).waitFor();
  await visit(theirs, "/invoices?sold=others");
  await theirs.getByText("No invoice matches").waitFor();
  // Its own customers' host knows nothing of what it pays.
  await visit(theirs, link.pathname);
  await theirs.getByText("This link does not open an invoice").waitFor();

  const payer = await world.visitor(agency.host);
  await visit(payer, link.pathname);
  await payer.getByRole("button", { name: "Pay €22.00" }).click();
  await payer.getByText("This is the test gateway").waitFor();
  await payer.getByRole("button", { name: "Pay €22.00" }).click();
  await payer.getByRole("heading", { name: "The payment is on its way" }).waitFor();
  await carryOutPayments(world.app);
  await payer.getByRole("heading", { name: "Receipt" }).waitFor();
}, 90_000);
