import { inTenant, type Tx } from "@tenantry/db";
import { invoices, payments, refunds } from "@tenantry/db/schema";
import { and, eq, isNull, or } from "drizzle-orm";
import { stripeOf } from "../gateway-accounts/stripe-of.ts";
import type { App } from "../kernel/ctx.ts";
import { asJson } from "../kernel/money.ts";
import type { RefundAnswer } from "../platform/payments/gateway.ts";
import { settleAsked } from "./settle-asked.ts";
import { takeIn } from "./take-in.ts";

/**
 * Asks the gateway that took a payment to give money of it back, and writes down what it answers. What it says itself later, or has
 * said by now, is the same message and counts once. Throws where the gateway was not reached, so that the job is tried again.
 */
export async function carryOutRefund(app: App, job: { agencyId: string; refundId: string }): Promise<void> {
  const { agencyId, refundId } = job;
  const scope = { agency: agencyId, kind: "agency", account: agencyId } as const;
  const inAgency = <T>(work: (tx: Tx) => Promise<T>) => inTenant(app.pool, scope, work);
  const found = await inAgency((tx) => findAsked(tx, app, agencyId, refundId));
  if (!found) return;
  const { refund, payment, gateway } = found;
  const { invoiceId, again, amountMinor, currency, reason } = refund;
  const place = { agencyId, invoiceId, id: refundId };
  const asked = {
    ...{ id: refundId, again, payment, invoiceId, currency, reason },
    amountMinor: asJson(amountMinor),
  };
  let answer: RefundAnswer;
  try {
    answer = gateway?.refund ? await gateway.refund(asked) : { failure: "no_account" };
  } catch (error) {
    await inAgency((tx) => settleAsked(tx, place, { state: "asked", failure: "unreachable" }));
    throw error;
  }
  await inAgency(async (tx) => {
    if (answer === "under way") await settleAsked(tx, place, { state: "asked" });
    else if ("failure" in answer) await settleAsked(tx, place, { state: "failed", failure: answer.failure });
    else await takeIn(tx, agencyId, "stripe", answer.told);
  });
}

async function findAsked(tx: Tx, app: App, agencyId: string, refundId: string) {
  const [row] = await tx
    .select({ refund: refunds, payment: payments.reference, sellerId: invoices.sellerId })
    .from(refunds)
    .innerJoin(invoices, and(eq(invoices.agencyId, refunds.agencyId), eq(invoices.id, refunds.invoiceId)))
    .innerJoin(
      payments,
      and(
        eq(payments.agencyId, refunds.agencyId),
        eq(payments.invoiceId, refunds.invoiceId),
        or(and(isNull(refunds.surplusId), eq(payments.kind, "payment")), eq(payments.id, refunds.surplusId)),
      ),
    )
    .where(and(eq(refunds.agencyId, agencyId), eq(refunds.id, refundId), eq(refunds.state, "asked")));
  if (!row) return undefined;
  const { sellerId } = row;
  // However its account is now: what it took, it gives back.
  const stripe = await stripeOf(tx, app.config, { agencyId, sellerId });
  return { ...row, gateway: stripe?.gateway };
}
