import type { Tx } from "@tenantry/db";
import { invoices, paymentEvents } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { enqueue } from "../jobs/enqueue.ts";
import { openDesk } from "../kernel/desk.ts";
import type { PaymentMessage } from "../platform/payments/message.ts";
import { settleAsked } from "./settle-asked.ts";

type Provider = (typeof paymentEvents.$inferInsert)["provider"];

/**
 * Takes down what was told of an invoice's money, each event once, and leaves it to the worker to act on. False where the invoice is
 * not in this scope, or not of the seller whose account tells of it: it is nobody's here. `now` is business time, where the caller knows it.
 */
export async function takeIn(
  tx: Tx,
  agencyId: string,
  provider: Provider,
  message: PaymentMessage,
  sellerId: string | null = null,
  now?: Date,
): Promise<boolean> {
  const [invoice] = await tx
    .select({
      distributorId: invoices.distributorId,
      resellerId: invoices.resellerId,
      customerId: invoices.customerId,
      sellerId: invoices.sellerId,
    })
    .from(invoices)
    .where(
      and(eq(invoices.agencyId, agencyId), eq(invoices.id, message.invoiceId), eq(invoices.kind, "invoice")),
    );
  if (!invoice || (sellerId && invoice.sellerId !== sellerId)) return false;
  const { distributorId, resellerId, customerId } = invoice;
  const { eventId, kind, invoiceId, currency, reference, payerEmail, ofPayment } = message;
  await tx
    .insert(paymentEvents)
    .values({
      ...{ agencyId, distributorId, resellerId, customerId, invoiceId },
      ...{ provider, eventId, kind, currency, reference, payerEmail, ofPayment },
      amountMinor: BigInt(message.amountMinor),
      since: kind === "begun" ? (now ?? (await openDesk(tx, agencyId)).now) : null,
    })
    .onConflictDoNothing();
  if (message.refundId)
    await settleAsked(tx, { agencyId, invoiceId, id: message.refundId }, { state: "done" });
  await enqueue(tx, "payments.take-up", { invoiceId }, `payments.take-up ${invoiceId}`);
  return true;
}
