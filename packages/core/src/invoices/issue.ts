import { invoiceLines, invoiceStates, invoices } from "@tenantry/db/schema";
import { beginDunning } from "../dunning/begin.ts";
import { dayOf, plusDays, startOf } from "../kernel/clock.ts";
import type { Desk } from "../kernel/desk.ts";
import { newId } from "../kernel/ids.ts";
import { bookTransfers } from "../ledger/book.ts";
import { newPaymentLink } from "../payment-links/new.ts";
import type { Draft } from "./draft.ts";
import { frozenColumns } from "./frozen.ts";
import { mailAbout } from "./mail.ts";
import { codeOf } from "./number.ts";

/** Days until an invoice is due. */
const dueDays = 14;

/**
 * Issues a draft: takes the seller's next number, writes header, lines, state, payment link, reminders to come and books, and mails
 * it to the customer. Nothing of it is ever changed. Whoever issues for the same seller meanwhile waits for this transaction.
 */
export async function issueInvoice(desk: Desk, draft: Draft, subscriptionId: string) {
  const { tx, now, zone } = desk;
  const { charge, place } = draft;
  const { sellerId, currency } = charge;
  const { netMinor, taxMinor, totalMinor } = draft;
  const id = newId();
  const dueAt = startOf(plusDays(dayOf(now, zone), dueDays + 1), zone);
  const number = await nextNumber(desk, sellerId, "invoice");
  const header = {
    ...place,
    ...{ id, sellerId, kind: "invoice" as const, number, code: codeOf("invoice", number), currency },
    ...{ netMinor, taxMinor, totalMinor, pricesIncludeTax: draft.pricesIncludeTax },
    ...{ seller: draft.seller, buyer: draft.buyer, issuedAt: now, dueAt },
  };
  await tx.insert(invoices).values(header);
  await tx.insert(invoiceLines).values(
    draft.lines.map((line, index) => ({
      ...place,
      ...{ invoiceId: id, position: index + 1, kind: line.kind },
      subscriptionId: line.subscriptionId ?? subscriptionId,
      ...{ periodFrom: line.period.from, periodTo: line.period.to, planName: line.planName },
      usedBy: line.usedBy ?? null,
      ...{ quantity: line.quantity, netMinor: line.netMinor, taxMinor: line.taxMinor },
      ...{ taxBps: draft.tax.bps, taxReason: draft.tax.reason },
      ...{ priceMinor: line.priceMinor, unitMinor: line.unitMinor, periodDays: line.periodDays },
      ...{ priorUnitMinor: line.prior?.unitMinor, priorQuantity: line.prior?.quantity },
      ...frozenColumns(line.frozen),
    })),
  );
  await tx.insert(invoiceStates).values({ ...place, invoiceId: id, dueAt });
  await newPaymentLink(desk, place, id, dueAt);
  await beginDunning(desk, place, id, dueAt);
  const receivable = `receivable:${place.customerId}` as const;
  const entry = { book: sellerId, ...place, currency, source: { kind: "invoice" as const, id } };
  await bookTransfers(desk, [
    { ...entry, kind: "net", debit: receivable, credit: "revenue", amountMinor: netMinor },
    { ...entry, kind: "tax", debit: receivable, credit: "tax", amountMinor: taxMinor },
  ]);
  await mailAbout(desk, header, "invoice_issued", [draft.mailedTo]);
  return header;
}

/** The seller's next number; the row that counts stays locked until the transaction ends. */
export async function nextNumber({ tx }: Desk, sellerId: string, kind: "invoice" | "credit_note") {
  const text = "select app.next_invoice_number($1, $2) as number";
  const [row] = await tx.named<{ number: bigint }>("next_invoice_number", text, [sellerId, kind]);
  return row!.number;
}
