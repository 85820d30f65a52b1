import type { Tx } from "@tenantry/db";
import { invoices, paymentEvents } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { enqueue } from "../jobs/enqueue.ts";
import type { PaymentMessage } from "../platform/payments/message.ts";

type Provider = (typeof paymentEvents.$inferInsert)["provider"];

/**
 * Takes down what was told of an invoice's money, each event once, and leaves it to the worker to act on. False where the invoice is
 * not in this scope: it is nobody's here.
 */
export async function takeIn(
  tx: Tx,
  agencyId: string,
  provider: Provider,
  message: PaymentMessage,
): Promise<boolean> {
  const [invoice] = await tx
    .select({
      distributorId: invoices.distributorId,
      resellerId: invoices.resellerId,
      customerId: invoices.customerId,
    })
    .from(invoices)
    .where(
      and(eq(invoices.agencyId, agencyId), eq(invoices.id, message.invoiceId), eq(invoices.kind, "invoice")),
    );
  if (!invoice) return false;
  const { eventId, kind, invoiceId, currency, reference, payerEmail } = message;
  await tx
    .insert(paymentEvents)
    .values({
      ...{ agencyId, provider, eventId, kind, invoiceId, currency, reference, payerEmail, ...invoice },
      amountMinor: BigInt(message.amountMinor),
    })
    .onConflictDoNothing();
  await enqueue(tx, "payments.take-up", { invoiceId }, `payments.take-up ${invoiceId}`);
  return true;
}
