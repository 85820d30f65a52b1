import { createCustomer } from "@tenantry/core/customers/create";
import { pauseDunning } from "@tenantry/core/dunning/pause";
import { readInvoice } from "@tenantry/core/invoices/read";
import { newCode, newId } from "@tenantry/core/kernel/ids";
import { updateLegalEntity } from "@tenantry/core/legal-entities/update";
import { payByLink } from "@tenantry/core/payment-links/pay";
import { markPaid } from "@tenantry/core/payments/mark-paid";
import { takeUpPayments } from "@tenantry/core/payments/take-up";
import { previewBankFile } from "@tenantry/core/payouts/preview-bank-file";
import { createReseller } from "@tenantry/core/resellers/create";
import { cancelSubscription } from "@tenantry/core/subscriptions/cancel";
import { createSubscription } from "@tenantry/core/subscriptions/create";
import { contextFor } from "@tenantry/core/testing";
import { letters } from "@tenantry/core/testing/agency";
import { newPricedPlan } from "@tenantry/core/testing/market";
import { resellerInput } from "@tenantry/core/testing/reseller";
import { exampleIds, exampleTokens } from "../routes/examples.ts";
import { gatewayFixtures, gatewayPlaceholders } from "./gateway-fixtures.ts";
import { planner } from "./plan-fixtures.ts";
import type { Principal, World } from "./world.ts";

/** A plan the world's reseller sells to its own customers. */
async function newRetailPlan(world: World): Promise<string> {
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

async function newSubscriptionId(world: World, principal: Principal): Promise<string> {
  return (await sell(world, principal)).id;
}

async function newOpenInvoice(world: World, principal: Principal): Promise<string> {
  return (await sell(world, principal)).invoiceId!;
}

async function newPaidInvoice(world: World, principal: Principal): Promise<string> {
  const id = await newOpenInvoice(world, principal);
  await markPaid(await planner(world, sellerOf(principal)), { id, reference: "fixture" });
  await takeUpPayments(world.web.app.pool, world.agency.id, id);
  return id;
}

/** One of a paid invoice that the gateway did not give back: written from outside, because it takes a gateway to fail. */
async function newFailedRefund(world: World, principal: Principal): Promise<string> {
  const id = newId();
  await world.web.app.admin.query(
    `insert into refunds (agency_id, id, distributor_id, reseller_id, customer_id, invoice_id, amount_minor, currency, reason,
       state, failure, asked_at)
     select agency_id, $2, distributor_id, reseller_id, customer_id, id, 100, currency, 'fixture', 'failed', 'refused', now()
     from invoices where id = $1`,
    [await newPaidInvoice(world, principal), id],
  );
  return id;
}

/** What came a second time for a paid invoice. */
async function newSurplus(world: World, principal: Principal): Promise<string> {
  const id = newId();
  await world.web.app.admin.query(
    `insert into payments (agency_id, id, distributor_id, reseller_id, customer_id, invoice_id, kind, provider, reference,
       amount_minor, currency, at)
     select agency_id, $2, distributor_id, reseller_id, customer_id, id, 'surplus', 'test', 'fixture', total_minor, currency, now()
     from invoices where id = $1`,
    [await newPaidInvoice(world, principal), id],
  );
  return id;
}

/** What was decided about the line of a paid invoice. */
async function newCommission(world: World, principal: Principal): Promise<string> {
  const invoiceId = await newPaidInvoice(world, principal);
  const { rows } = await world.web.app.admin.query<{ id: string }>(
    "select id from commissions where invoice_id = $1",
    [invoiceId],
  );
  return rows[0]!.id;
}

async function newCommissionDispute(world: World, principal: Principal): Promise<string> {
  const id = newId();
  await world.web.app.admin.query(
    `insert into commission_disputes (agency_id, id, distributor_id, reseller_id, invoice_id, position, reason, opened_at)
     select agency_id, $2, distributor_id, reseller_id, invoice_id, position, 'Too little', now()
     from commissions where id = $1`,
    [await newCommission(world, principal), id],
  );
  return id;
}

/** One whose reminders are paused. */
async function newPausedInvoice(world: World, principal: Principal): Promise<string> {
  const id = await newOpenInvoice(world, principal);
  await pauseDunning(await planner(world, sellerOf(principal)), { id, reason: "fixture" });
  return id;
}

/** The token of a link, which opens on its front's host. */
async function newPaymentToken(world: World, principal: Principal): Promise<string> {
  const id = await newOpenInvoice(world, principal);
  const { link } = await readInvoice(await planner(world, sellerOf(principal)), { id });
  return link!.url.split("/").at(-1)!;
}

async function newCheckout(world: World, principal: Principal): Promise<string> {
  // The built-in gateway takes the place of no account.
  await world.web.app.admin.query("delete from gateway_accounts where agency_id = $1", [world.agency.id]);
  const token = await newPaymentToken(world, principal);
  const { account } = principal;
  const host =
    account.side === "agency" || account.side === "operator" ? world.agency.host : world.reseller.host;
  const { url: path } = await payByLink(await contextFor(world.web.app, host), { token });
  return path.split("/").at(-1)!;
}

const resellers = (world: World) =>
  contextFor(world.web.app, world.reseller.host, world.reseller.owner.session);

async function newCancelledSubscription(world: World, principal: Principal): Promise<string> {
  const id = await newSubscriptionId(world, principal);
  await cancelSubscription(await planner(world, sellerOf(principal)), { id });
  return id;
}

/** One of the world's reseller, in a state: written from outside, because it takes a month to earn one. */
const newPayout = (state: "draft" | "sent") => async (world: World) => {
  const id = newId();
  await world.web.app.admin.query(
    `insert into payouts (agency_id, id, distributor_id, reseller_id, code, currency, amount_minor, lines, cut_off, state,
       created_at, sent_at)
     values ($1, $2, $1, $3, $4, 'EUR', 1200, 1, now(), $5, now(), case $5 when 'sent' then now() end)`,
    [world.agency.id, id, world.reseller.id, newCode("payout"), state],
  );
  return id;
};

/** The number of a file of every draft there is, one of the world's reseller among them. */
async function newBankFile(world: World): Promise<string> {
  await newPayout("draft")(world);
  const owners = await contextFor(world.web.app, world.agency.host, world.agency.owner.session);
  const account = { name: "Nova", address: "", country: "DE", taxId: null, taxBps: 0 };
  for (const ctx of [owners, await resellers(world)])
    await updateLegalEntity(ctx, { ...account, iban: "DE89370400440532013000" });
  return (await previewBankFile(owners, {})).number;
}

/** One that has a plan with a price and is not charged for it. */
async function newChargeableReseller(world: World, { account }: Principal): Promise<string> {
  if (account.side === "reseller" || account.side === "customer") return world.reseller.id;
  const ctx = await world.agency.ctx();
  const planId = await newPricedPlan(ctx);
  return (await createReseller(ctx, { ...resellerInput(letters(20)), planId })).id;
}

/** Which of them an example stands for. */
export const salePlaceholders = {
  ...gatewayPlaceholders,
  [exampleIds.retailPlan]: "retailPlan",
  [exampleIds.chargeableReseller]: "chargeableReseller",
  [exampleIds.subscription]: "subscription",
  [exampleIds.openInvoice]: "openInvoice",
  [exampleIds.cancelledSubscription]: "cancelledSubscription",
  [exampleIds.payout]: "payout",
  [exampleTokens.bankFile]: "bankFile",
  [exampleIds.sentPayout]: "sentPayout",
  [exampleIds.paidInvoice]: "paidInvoice",
  [exampleIds.failedRefund]: "failedRefund",
  [exampleIds.surplus]: "surplus",
  [exampleIds.pausedInvoice]: "pausedInvoice",
  [exampleIds.commission]: "commission",
  [exampleIds.undisputedCommission]: "undisputedCommission",
  [exampleIds.commissionDispute]: "commissionDispute",
} as const;

/** What is sold, owed and paid out. */
export const saleFixtures = {
  ...gatewayFixtures,
  retailPlan: newRetailPlan,
  chargeableReseller: newChargeableReseller,
  subscription: newSubscriptionId,
  cancelledSubscription: newCancelledSubscription,
  openInvoice: newOpenInvoice,
  paidInvoice: newPaidInvoice,
  failedRefund: newFailedRefund,
  surplus: newSurplus,
  commission: newCommission,
  undisputedCommission: newCommission,
  commissionDispute: newCommissionDispute,
  pausedInvoice: newPausedInvoice,
  paymentLink: newPaymentToken,
  checkout: newCheckout,
  bankFile: newBankFile,
  payout: newPayout("draft"),
  sentPayout: newPayout("sent"),
};
