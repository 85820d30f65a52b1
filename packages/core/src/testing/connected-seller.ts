import { connectAccount } from "../connected-accounts/connect.ts";
import { readConnectedAccount } from "../connected-accounts/read.ts";
import { createCustomer } from "../customers/create.ts";
import { readInvoice } from "../invoices/read.ts";
import { openPaymentLink } from "../payment-links/open.ts";
import { payByLink } from "../payment-links/pay.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { contextFor } from "./context.ts";
import { newPricedPlan } from "./market.ts";
import type { Reseller } from "./reseller.ts";
import type { StripeMarket } from "./stripe-market.ts";

export type ConnectedSeller = Awaited<ReturnType<typeof openSeller>>;

/** A reseller that sells for itself, with a customer and a plan, which connects its account at the fake and is paid there. */
export async function openSeller(stage: StripeMarket, seller: Reseller) {
  const { app, market, stripe } = stage;
  const ctx = () => contextFor(app, seller.host, seller.owner.session);
  const customerId = (await createCustomer(await ctx(), { name: "Dune Diner", country: "PT" })).id;
  const planId = await newPricedPlan(await ctx());
  const account = async () => (await readConnectedAccount(await ctx(), {})).account;
  /** Connects it, and answers its number there. */
  const connect = async (is = { charges: true, payouts: true }) => {
    const { platformId } = await readConnectedAccount(await ctx(), {});
    await connectAccount(await ctx(), { platformId: platformId! });
    const { gatewayId } = (await account())!;
    await stage.tell(stripe.settle(gatewayId, is));
    return gatewayId;
  };
  /** An open invoice of 10.00 EUR. */
  const invoiced = async () => {
    const sale = { customerId, planId, currency: "EUR", quantity: 1, interval: "month" as const };
    const id = (await createSubscription(await ctx(), sale)).invoiceId!;
    const read = async () => readInvoice(await ctx(), { id });
    const visitor = () => contextFor(app, seller.host);
    const token = async () => (await read()).link!.url.split("/").at(-1)!;
    const open = async () => {
      const { url } = await payByLink(await visitor(), { token: await token() });
      return url.startsWith(`${stripe.baseUrl}/c/`) ? url.split("/").at(-1)! : url;
    };
    const looks = async () => openPaymentLink(await visitor(), { token: await token() });
    return { id, read, open, looks, takeUp: () => takeUpPayments(app.pool, market.agency.id, id) };
  };
  return { ...seller, ctx, account, connect, invoiced };
}
