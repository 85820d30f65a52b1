import { invoiceStates, type paymentEvents, payments } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { takeBackCommissions } from "../commissions/take-back.ts";
import { issueCreditNote } from "../invoices/credit.ts";
import { buyerAddress, mailAbout, payerAddress } from "../invoices/mail.ts";
import type { Desk } from "../kernel/desk.ts";
import { newId } from "../kernel/ids.ts";
import { bookTransfers } from "../ledger/book.ts";
import { placeOf } from "./place.ts";
import { readRefundable } from "./refundable.ts";
import { shareRefund } from "./share-refund.ts";
import type { Invoice } from "./take-up.ts";

/**
 * Money of a paid invoice went back: a credit note says of which lines, and their commission is taken back by the same share,
 * in one transaction. It is mailed to the customer and to whoever paid. `amount` is no more than what is left.
 */
export async function settleRefund(
  desk: Desk,
  invoice: Invoice,
  state: typeof invoiceStates.$inferSelect,
  { event, amount }: { event: typeof paymentEvents.$inferSelect; amount: bigint },
) {
  const { tx, agencyId, now } = desk;
  const { currency, sellerId } = invoice;
  const place = placeOf(invoice);
  const lines = await readRefundable(tx, agencyId, invoice.id);
  const parts = shareRefund(lines, amount);
  const credited = parts.map((part) => ({
    line: lines.find(({ position }) => position === part.position)!.line,
    ...{ netMinor: part.netMinor, taxMinor: part.taxMinor },
  }));
  const note = await issueCreditNote(desk, invoice, credited);
  const { provider, reference, payerEmail, kind } = event;
  const payment = {
    ...{ ...place, id: newId(), invoiceId: invoice.id, creditNoteId: note.id, at: now },
    kind: kind === "charged_back" ? ("charge_back" as const) : ("refund" as const),
    ...{ provider, reference, payerEmail, amountMinor: amount, currency },
  };
  await tx.insert(payments).values(payment);
  const refundedMinor = state.refundedMinor + amount;
  await tx
    .update(invoiceStates)
    .set({ refundedMinor })
    .where(and(eq(invoiceStates.agencyId, agencyId), eq(invoiceStates.invoiceId, invoice.id)));
  await bookTransfers(desk, [
    {
      ...{ book: sellerId, ...place, currency, kind: "gone_back", amountMinor: amount },
      ...{ debit: `receivable:${invoice.customerId}`, credit: "cash" },
      source: { kind: "payment", id: payment.id },
    },
  ]);
  await takeBackCommissions(desk, invoice, payment.id, parts);
  const addresses = [await buyerAddress(desk, invoice.customerId), await payerAddress(desk, invoice.id)];
  await mailAbout(desk, note, "invoice_credited", addresses);
  return { ...state, refundedMinor };
}
