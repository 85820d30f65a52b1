import { createCustomer } from "@tenantry/core/customers/create";
import { readInvoice } from "@tenantry/core/invoices/read";
import { payByLink } from "@tenantry/core/payment-links/pay";
import { markPaid } from "@tenantry/core/payments/mark-paid";
import { takeUpPayments } from "@tenantry/core/payments/take-up";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { contextFor } from "@tenantry/core/testing";
import { newPricedPlan } from "@tenantry/core/testing/market";
import { planner } from "./plan-fixtures.ts";
import type { Principal, World } from "./world.ts";

/** A plan the world's reseller sells to its own customers. */
export async function newRetailPlan(world: World): Promise<string> {
  return newPricedPlan(await resellers(world));
}

/** Sold by whoever asks: the agency to a customer of its own, the reseller to one of its. */
async function sell(world: World, principal: Principal) {
  const ctx = await planner(world, sellerOf(principal));
  const customer = await createCustomer(ctx, { name: "Buyer" });
  const planId = await newPricedPlan(ctx);
  return createSubscription(ctx, {
    ...{ customerId: customer.id, planId, currency: "EUR", interval: "month" as const },
  });
}

/** A customer's people meet what their reseller sold. */
const sellerOf = (principal: Principal): Principal =>
  principal.account.side === "customer"
    ? { ...principal, account: { ...principal.account, side: "reseller" } }
    : principal;

export async function newSubscriptionId(world: World, principal: Principal): Promise<string> {
  return (await sell(world, principal)).id;
}

export async function newOpenInvoice(world: World, principal: Principal): Promise<string> {
  return (await sell(world, principal)).invoiceId!;
}

export async function newPaidInvoice(world: World, principal: Principal): Promise<string> {
  const id = await newOpenInvoice(world, principal);
  await markPaid(await planner(world, sellerOf(principal)), { id, reference: "fixture" });
  await takeUpPayments(world.web.app.pool, world.agency.id, id);
  return id;
}

/** The token of a link, which opens on its front's host. */
export async function newPaymentToken(world: World, principal: Principal): Promise<string> {
  const id = await newOpenInvoice(world, principal);
  const { link } = await readInvoice(await planner(world, sellerOf(principal)), { id });
  return link!.url.split("/").at(-1)!;
}

export async function newCheckout(world: World, principal: Principal): Promise<string> {
  const token = await newPaymentToken(world, principal);
  const { account } = principal;
  const host =
    account.side === "agency" || account.side === "operator" ? world.agency.host : world.reseller.host;
  const { path } = await payByLink(await contextFor(world.web.app, host), { token });
  return path.split("/").at(-1)!;
}

const resellers = (world: World) =>
  contextFor(world.web.app, world.reseller.host, world.reseller.owner.session);
