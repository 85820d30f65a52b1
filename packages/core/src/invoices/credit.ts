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

/** Issues a credit note over parts of an invoice's lines: its number, lines and books. Money moves elsewhere. */
export async function issueCreditNote(
  desk: Desk,
  invoice: typeof invoices.$inferSelect,
  parts: readonly CreditedPart[],
) {
  const { tx, now } = desk;
  const { agencyId, distributorId, resellerId, customerId, currency, sellerId, seller, buyer } = invoice;
  const place = { agencyId, distributorId, resellerId, customerId };
  const netMinor = parts.reduce((sum, part) => sum + part.netMinor, 0n);
  const taxMinor = parts.reduce((sum, part) => sum + part.taxMinor, 0n);
  const number = await nextNumber(desk, sellerId, "credit_note");
  const note = {
    ...{ ...place, id: newId(), sellerId, seller, buyer, currency, invoiceId: invoice.id },
    ...{ kind: "credit_note" as const, number, code: codeOf("credit_note", number) },
    ...{ netMinor, taxMinor, totalMinor: netMinor + taxMinor, issuedAt: now, dueAt: now },
  };
  await tx.insert(invoices).values(note);
  await tx.insert(invoiceLines).values(
    parts.map((part) => ({
      ...part.line,
      ...{ invoiceId: note.id, kind: "credit" as const },
      ...{ netMinor: part.netMinor, taxMinor: part.taxMinor },
    })),
  );
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
