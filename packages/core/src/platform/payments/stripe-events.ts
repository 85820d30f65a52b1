import type Stripe from "stripe";
import { isCurrency } from "../../kernel/money.ts";
import type { Told } from "./gateway.ts";
import { type PaymentMessage, paymentMessage } from "./message.ts";
import { fromStripe } from "./stripe-amount.ts";

/** What Stripe has to tell; the rest it may keep. */
export const stripeEvents = [
  "checkout.session.completed",
  "checkout.session.async_payment_succeeded",
  "checkout.session.async_payment_failed",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.dispute.closed",
] as const satisfies Stripe.Event["type"][];

/** What Stripe has to tell of accounts that are connected, besides: whichever of them comes, the account is asked for anew. */
export const connectedEvents = [
  "account.updated",
  "v2.core.account[requirements].updated",
  "v2.core.account[configuration.merchant].capability_status_updated",
  "v2.core.account.closed",
] as const;

/**
 * What an event says of an invoice's money. Its own number is that of what happened, not of the event: a payment, a refund or a lost
 * dispute is told of by several events, and counts once. What is about nobody's invoice here, or says nothing yet, is `nothing`.
 */
export async function readEvent(stripe: Stripe, event: Stripe.Event): Promise<Told> {
  switch (event.type) {
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
      return ofSession(event.data.object, "paid");
    case "checkout.session.async_payment_failed":
      return ofSession(event.data.object, "declined");
    case "refund.created":
    case "refund.updated":
    case "refund.failed":
      return ofRefund(stripe, event.data.object);
    case "charge.dispute.closed":
      return ofDispute(stripe, event.data.object);
    default:
      return "nothing";
  }
}

function ofSession(session: Stripe.Checkout.Session, kind: "paid" | "declined"): Told {
  const payment = idOf(session.payment_intent);
  if (!payment) return "nothing";
  // A bank debit is begun and not yet paid: another event says how it ended.
  const isOnItsWay = kind === "paid" && session.payment_status !== "paid";
  const told = messageOf({
    eventId: `${isOnItsWay ? "begun" : kind}_${payment}`,
    ...{ kind: isOnItsWay ? "begun" : kind, reference: payment, invoiceId: session.metadata?.invoice_id },
    ...{ amount: session.amount_total ?? 0, currency: session.currency ?? "" },
    payerEmail: session.customer_details?.email ?? session.customer_email,
  });
  return told ?? "nothing";
}

async function ofRefund(stripe: Stripe, refund: Stripe.Refund): Promise<Told> {
  const { metadata, status } = refund;
  if (metadata?.refund_id && metadata.invoice_id && (status === "failed" || status === "canceled"))
    return { givenUp: { id: metadata.refund_id, invoiceId: metadata.invoice_id } };
  const invoiceId = metadata?.invoice_id ?? (await invoiceOf(stripe, refund.payment_intent));
  return messageOfRefund(refund, invoiceId) ?? "nothing";
}

/** What a refund says, however it was learned of; undefined while it has not gone through. */
export function messageOfRefund(refund: Stripe.Refund, invoiceId: string | undefined) {
  if (refund.status !== "succeeded") return undefined;
  const { id, amount, currency, metadata } = refund;
  const said = { eventId: id, kind: "refunded", reference: id, invoiceId, amount, currency } as const;
  const ofPayment = idOf(refund.payment_intent);
  return messageOf({ ...said, ofPayment, refundId: metadata?.refund_id });
}

/** Money that is held while a dispute is open may come back: only a lost one is a charge-back. */
async function ofDispute(stripe: Stripe, dispute: Stripe.Dispute): Promise<Told> {
  if (dispute.status !== "lost") return "nothing";
  const { id, amount, currency } = dispute;
  const invoiceId = await invoiceOf(stripe, dispute.payment_intent);
  const said = { eventId: id, kind: "charged_back", reference: id, invoiceId, amount, currency } as const;
  return messageOf({ ...said, ofPayment: idOf(dispute.payment_intent) }) ?? "nothing";
}

/** The invoice a payment is for: Stripe says so of the payment alone. Undefined where it was made elsewhere. */
async function invoiceOf(stripe: Stripe, payment: string | Stripe.PaymentIntent | null) {
  const id = idOf(payment);
  if (!id) return undefined;
  return (await stripe.paymentIntents.retrieve(id)).metadata.invoice_id;
}

function idOf(one: string | { id: string } | null): string | undefined {
  return typeof one === "string" ? one : one?.id;
}

interface Said {
  eventId: string;
  kind: PaymentMessage["kind"];
  reference: string;
  invoiceId: string | undefined;
  amount: number;
  currency: string;
  payerEmail?: string | null;
  ofPayment?: string;
  refundId?: string;
}

/** Everybody with the account's key can write what they like beside a payment: what is no message here is nobody's. */
function messageOf({ amount, currency, payerEmail = null, ...more }: Said): PaymentMessage | undefined {
  const upper = currency.toUpperCase();
  if (!isCurrency(upper)) return undefined;
  const said = { ...more, payerEmail, currency: upper, amountMinor: fromStripe(amount, upper) };
  return paymentMessage.safeParse(said).data;
}
