import { invoiceLines, invoiceStates, invoices, type paymentEvents, payments } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { takeBackCommissions } from "../commissions/take-back.ts";
import { nextNumber } from "../invoices/issue.ts";
import { customerAddress, mailAbout, payerAddress } from "../invoices/mail.ts";
import { codeOf } from "../invoices/number.ts";
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
  const { currency, sellerId, seller, buyer } = invoice;
  const place = placeOf(invoice);
  const lines = await readRefundable(tx, agencyId, invoice.id);
  const parts = shareRefund(lines, amount);
  const netMinor = parts.reduce((sum, part) => sum + part.netMinor, 0n);
  const number = await nextNumber(desk, sellerId, "credit_note");
  const note = {
    ...{ ...place, id: newId(), sellerId, seller, buyer, currency, invoiceId: invoice.id },
    ...{ kind: "credit_note" as const, number, code: codeOf("credit_note", number) },
    ...{ netMinor, taxMinor: amount - netMinor, totalMinor: amount, issuedAt: now, dueAt: now },
  };
  await tx.insert(invoices).values(note);
  await tx.insert(invoiceLines).values(
    parts.map((part) => {
      const { line } = lines.find(({ position }) => position === part.position)!;
      return {
        ...line,
        ...{ invoiceId: note.id, kind: "credit" as const },
        ...{ netMinor: part.netMinor, taxMinor: part.taxMinor },
      };
    }),
  );
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
  const receivable = `receivable:${invoice.customerId}` as const;
  const entry = { book: sellerId, ...place, currency };
  const credited = { ...entry, credit: receivable, source: { kind: "invoice" as const, id: note.id } };
  await bookTransfers(desk, [
    { ...credited, kind: "net", debit: "revenue", amountMinor: netMinor },
    { ...credited, kind: "tax", debit: "tax", amountMinor: note.taxMinor },
    {
      ...{ ...entry, debit: receivable, credit: "cash", kind: "gone_back", amountMinor: amount },
      source: { kind: "payment", id: payment.id },
    },
  ]);
  await takeBackCommissions(desk, invoice, payment.id, parts);
  const addresses = [await customerAddress(desk, invoice.customerId), await payerAddress(desk, invoice.id)];
  await mailAbout(desk, note, "invoice_credited", addresses);
  return { ...state, refundedMinor };
}
