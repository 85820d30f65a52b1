import { invoiceLines, invoices } from "@tenantry/db/schema";
import type { Desk } from "../kernel/desk.ts";
import { newId } from "../kernel/ids.ts";
import { bookTransfers } from "../ledger/book.ts";
import { nextNumber } from "./issue.ts";
import { codeOf } from "./number.ts";

/** What a credit note takes from a line. */
export interface CreditedPart {
  line: typeof invoiceLines.$inferSelect;
  netMinor: bigint;
  taxMinor: bigint;
}

/**
 * A credit's line: as on the invoice where all of it is taken back at once, else one thing at what is taken; with what the invoice's line came
 * to beside it.
 */
function creditLine({ line, netMinor, taxMinor }: CreditedPart, pricesIncludeTax: boolean) {
  const creditedMinor = line.netMinor + line.taxMinor;
  const amountMinor = netMinor + taxMinor;
  const credited = { ...line, kind: "credit" as const, netMinor, taxMinor, creditedMinor, priceMinor: null };
  if (amountMinor === creditedMinor) return credited;
  const unitMinor = pricesIncludeTax ? amountMinor : netMinor;
  return { ...credited, quantity: 1, unitMinor, periodDays: null, priorUnitMinor: null, priorQuantity: null };
}

/** Issues a credit note over parts of an invoice's lines: its number, lines and books. Money moves elsewhere. */
export async function issueCreditNote(
  desk: Desk,
  invoice: typeof invoices.$inferSelect,
  parts: readonly CreditedPart[],
) {
  const { tx, now } = desk;
  const { agencyId, distributorId, resellerId, customerId, currency, sellerId, seller, buyer } = invoice;
  const { pricesIncludeTax } = invoice;
  const place = { agencyId, distributorId, resellerId, customerId };
  const netMinor = parts.reduce((sum, part) => sum + part.netMinor, 0n);
  const taxMinor = parts.reduce((sum, part) => sum + part.taxMinor, 0n);
  const number = await nextNumber(desk, sellerId, "credit_note");
  const note = {
    ...{ ...place, id: newId(), sellerId, seller, buyer, currency, invoiceId: invoice.id },
    ...{ kind: "credit_note" as const, number, code: codeOf("credit_note", number) },
    ...{ netMinor, taxMinor, totalMinor: netMinor + taxMinor, pricesIncludeTax, issuedAt: now, dueAt: now },
  };
  await tx.insert(invoices).values(note);
  await tx
    .insert(invoiceLines)
    .values(parts.map((part) => ({ ...creditLine(part, pricesIncludeTax), invoiceId: note.id })));
  const entry = {
    ...{ book: sellerId, ...place, currency, credit: `receivable:${customerId}` as const },
    source: { kind: "invoice" as const, id: note.id },
  };
  await bookTransfers(desk, [
    { ...entry, kind: "net", debit: "revenue", amountMinor: netMinor },
    { ...entry, kind: "tax", debit: "tax", amountMinor: taxMinor },
  ]);
  return note;
}
