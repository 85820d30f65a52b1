import type Stripe from "stripe";
import { AppError } from "../../kernel/errors.ts";
import { keyedHash } from "../../kernel/sealed.ts";
import type { Asked, Gateway, RefundAnswer, RefundAsked } from "./gateway.ts";
import { toStripe } from "./stripe-amount.ts";
import { readCall } from "./stripe-call.ts";
import { isKeyRefused, isRefusal, isShutOut, openStripe, tellable } from "./stripe-client.ts";
import { messageOfRefund } from "./stripe-events.ts";

const halfHour = 30 * 60_000;

/** How far an account's part in Stripe goes: its key, and what signs its events. */
export interface StripeAccount {
  key: string;
  webhookSecret: string;
  /** What signs the events of accounts that are connected to it. */
  connectSecrets: string[];
  /** The account that is paid, where it is one of those. */
  connected?: string;
  baseUrl: string | undefined;
  /** The installation's; keys of requests are derived from it. */
  secret: string;
}

/** Stripe, for one seller's account there: what is asked of a connected account is charged by it, and given back by it. */
export function stripeGateway(account: StripeAccount): Gateway {
  const stripe = openStripe(account.key, account.baseUrl, account.connected);
  return {
    open: (asked) => openSession(stripe, account.secret, asked).catch(refuse),
    read: (call) => readCall(account, call).catch(refuse),
    refund: (asked) => refund(stripe, asked),
  };
}

function refuse(error: unknown): never {
  throw error instanceof AppError ? error : tellable(error);
}

/**
 * A page at Stripe for what is owed. Pressed again within the half hour it is the same page, so that two windows cannot pay twice; one
 * that was used up makes way for another.
 */
async function openSession(stripe: Stripe, secret: string, asked: Asked): Promise<string> {
  const { invoiceId, code, currency, payerEmail, origin, back } = asked;
  const amount = toStripe(asked.amountMinor, currency);
  if (amount === undefined) throw new AppError("gateway_refused");
  const slot = Math.floor(asked.at.getTime() / halfHour);
  const metadata = { invoice_id: invoiceId };
  const price = { currency: currency.toLowerCase(), unit_amount: amount, product_data: { name: code } };
  let after = "";
  for (;;) {
    const parts = [invoiceId, String(amount), currency, payerEmail ?? "", back, String(slot), after];
    const idempotencyKey = keyedHash(secret, "checkout", ...parts).toString("hex");
    const session = await stripe.checkout.sessions.create(
      {
        ...{ mode: "payment", metadata, payment_intent_data: { metadata }, client_reference_id: invoiceId },
        line_items: [{ quantity: 1, price_data: price }],
        ...(payerEmail && { customer_email: payerEmail }),
        success_url: `${origin}${back}?answer=paid`,
        cancel_url: `${origin}${back}`,
        // Stripe keeps a page for half an hour at least; the slot decides, so that the same key says the same.
        expires_at: ((slot + 3) * halfHour) / 1_000,
      },
      { idempotencyKey },
    );
    if (session.url && session.status === "open") return session.url;
    if (session.id === after) throw new AppError("gateway_refused");
    after = session.id;
  }
}

async function refund(stripe: Stripe, asked: RefundAsked): Promise<RefundAnswer> {
  const { id, again, payment, invoiceId, amountMinor, currency, reason } = asked;
  const amount = toStripe(amountMinor, currency);
  if (amount === undefined) return { failure: "refused" };
  try {
    const made = await stripe.refunds.create(
      {
        ...{ payment_intent: payment, amount },
        metadata: { invoice_id: invoiceId, refund_id: id, reason },
      },
      { idempotencyKey: `refund_${id}_${again}` },
    );
    if (made.status === "failed" || made.status === "canceled") return { failure: "refused" };
    const told = messageOfRefund(made, invoiceId);
    return told ? { told } : "under way";
  } catch (error) {
    if (isShutOut(error)) return { failure: "no_account" };
    if (isKeyRefused(error)) return { failure: "key_refused" };
    if (!isRefusal(error)) return refuse(error);
    return { failure: error.code === "charge_already_refunded" ? "already_refunded" : "refused" };
  }
}
