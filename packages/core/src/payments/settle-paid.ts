import { invoiceStates, type paymentEvents, payments } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { accrueCommissions } from "../commissions/accrue.ts";
import { endDunning } from "../dunning/end.ts";
import { buyerAddress, mailAbout } from "../invoices/mail.ts";
import type { Desk } from "../kernel/desk.ts";
import { newId } from "../kernel/ids.ts";
import { bookTransfers } from "../ledger/book.ts";
import { placeOf } from "./place.ts";
import type { Invoice } from "./take-up.ts";

/** Money came in for an open invoice: it is paid, booked, and its reseller's share decided, in one transaction; receipts go to customer and payer. */
export async function settlePaid(
  desk: Desk,
  invoice: Invoice,
  state: typeof invoiceStates.$inferSelect,
  event: typeof paymentEvents.$inferSelect,
) {
  const { tx, agencyId, now } = desk;
  const { currency, sellerId } = invoice;
  const place = placeOf(invoice);
  const { provider, reference, payerEmail, amountMinor } = event;
  const payment = {
    ...{ ...place, id: newId(), invoiceId: invoice.id, kind: "payment" as const, at: now },
    ...{ provider, reference, payerEmail, amountMinor, currency },
  };
  await tx.insert(payments).values(payment);
  const after = { ...state, state: "paid" as const, paidAt: now };
  await tx
    .update(invoiceStates)
    .set({ state: after.state, paidAt: now })
    .where(and(eq(invoiceStates.agencyId, agencyId), eq(invoiceStates.invoiceId, invoice.id)));
  await endDunning(desk, invoice.id);
  await bookTransfers(desk, [
    {
      ...{ book: sellerId, ...place, currency, amountMinor, kind: "paid" },
      source: { kind: "payment", id: payment.id },
      debit: "cash",
      credit: `receivable:${invoice.customerId}`,
    },
  ]);
  await accrueCommissions(desk, invoice, payment.id);
  await mailAbout(desk, invoice, "invoice_paid", [await buyerAddress(desk, invoice.customerId), payerEmail]);
  return after;
}
