import { updateGatewayAccount } from "../gateway-accounts/update.ts";
import { readInvoice } from "../invoices/read.ts";
import { payByLink } from "../payment-links/pay.ts";
import { receivePayment } from "../payments/receive.ts";
import { takeUpPayments } from "../payments/take-up.ts";
import { createSubscription } from "../subscriptions/create.ts";
import { openTestApp } from "./app.ts";
import { contextFor } from "./context.ts";
import { openFakeStripe, signEvent } from "./fake-stripe.ts";
import { type Market, newMarket } from "./market.ts";

export const secretKey = "sk_test_51NovaOnlyForTestsAbCd";
export const webhookSecret = "whsec_novaOnlyForTests";
/** Of the endpoint for connected accounts. */
export const connectSecret = "whsec_novaConnectOnlyForTests";

/** A market whose agency has connected its account at a Stripe on this machine. */
export async function openStripeMarket() {
  const app = await openTestApp();
  const stripe = await openFakeStripe();
  Object.assign(app.config, { stripeBaseUrl: stripe.baseUrl });
  stripe.addAccount(secretKey);
  const market = await newMarket(app);
  const keys = { secretKey, webhookSecret, connectSecrets: connectSecret };
  await updateGatewayAccount(await market.as.agency(), keys);

  /** Sells to one of the customers and answers its open invoice of 30.00 EUR. */
  async function invoiced(to: keyof Market["customers"] = "ofAgent") {
    const seller = to === "ofSeller";
    const as = seller ? market.as.seller : market.as.agency;
    const planId = seller ? market.plans.sellers : market.plans.agencys;
    const sale = { customerId: market.customers[to], planId, currency: "EUR", quantity: 3 };
    const { invoiceId } = await createSubscription(await as(), { ...sale, interval: "month" });
    const id = invoiceId!;
    const read = async () => readInvoice(await as(), { id });
    const front = seller ? market.seller : to === "ofAgent" ? market.agent : market.agency;
    const visitor = () => contextFor(app, front.host);
    const token = async () => (await read()).link!.url.split("/").at(-1)!;
    const takeUp = () => takeUpPayments(app.pool, market.agency.id, id);
    /** Presses pay; answers the session at Stripe, or where else one is sent. */
    const open = async (payerEmail?: string) => {
      const { url } = await payByLink(await visitor(), { token: await token(), payerEmail });
      return url.startsWith(`${stripe.baseUrl}/c/`) ? url.split("/").at(-1)! : url;
    };
    return { id, read, visitor, token, takeUp, open };
  }

  /** Tells of an event as Stripe does: by the endpoint it belongs to. */
  async function tell(event: object, secret?: string, host = market.agency.host) {
    const signs = secret ?? ("account" in event ? connectSecret : webhookSecret);
    const call = { id: "", timestamp: "", ...signEvent(event, signs) };
    return receivePayment(await contextFor(app, host), { provider: "stripe", ...call });
  }

  /** An invoice that was paid at Stripe, and the payment there. */
  async function paid() {
    const one = await invoiced();
    const { payment, event } = stripe.pay(await one.open());
    await tell(event);
    await one.takeUp();
    stripe.got.length = 0;
    return { ...one, payment };
  }

  return {
    ...{ app, stripe, market, invoiced, tell, paid },
    /** Nothing asked so far, and nothing that fails. */
    reset: () => {
      stripe.got.length = 0;
      Object.assign(stripe.state, { fail: () => undefined, refundStatus: "succeeded" });
    },
    close: async () => {
      await stripe.close();
      await app.close();
    },
  };
}
export type StripeMarket = Awaited<ReturnType<typeof openStripeMarket>>;

/** Why something did not work: the field's code, or the error's. */
export const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );

/** A refund that somebody made at Stripe itself. */
export const refundObject = (payment: string, amount: number) => ({
  ...{ id: `re_of_${payment}_${amount}`, object: "refund", status: "succeeded", amount, currency: "eur" },
  ...{ payment_intent: payment, metadata: {} },
});
