import { invoiceLines, invoices } from "@tenantry/db/schema";
import { and, asc, eq, or } from "drizzle-orm";
import { asJson } from "../kernel/money.ts";
import type { Run } from "../kernel/verb.ts";
import { usageOnLines } from "../overages/on-lines.ts";
import { shownLine } from "./line.ts";
import type { Selected } from "./row.ts";

export type Paper = Awaited<ReturnType<typeof readPaper>>;

/** A document with its lines and what belongs to it: an invoice's credit notes, or the invoice a credit note takes from. */
export async function readPaper({ tx }: Pick<Run, "tx">, row: Pick<Selected, "invoice" | "state">) {
  const { agencyId, id, invoiceId } = row.invoice;
  const lines = await tx
    .select()
    .from(invoiceLines)
    .where(and(eq(invoiceLines.agencyId, agencyId), eq(invoiceLines.invoiceId, id)))
    .orderBy(asc(invoiceLines.position));
  const usage = await usageOnLines(tx, agencyId, id);
  const related = await tx
    .select()
    .from(invoices)
    .where(
      and(eq(invoices.agencyId, agencyId), or(eq(invoices.invoiceId, id), eq(invoices.id, invoiceId ?? id))),
    )
    .orderBy(asc(invoices.issuedAt), asc(invoices.number));
  return { ...row, lines, usage, related };
}

/** What stands on it, for whoever may see it. */
export function shownPaper({ invoice, state, lines, usage, related }: Paper) {
  const { id, currency, seller, buyer } = invoice;
  return {
    ...{ currency, seller, buyer, paidAt: state?.paidAt ?? null },
    pricesIncludeTax: invoice.pricesIncludeTax,
    netMinor: asJson(invoice.netMinor),
    taxMinor: asJson(invoice.taxMinor),
    totalMinor: asJson(invoice.totalMinor),
    refundedMinor: asJson(state?.refundedMinor ?? 0n),
    lines: lines.map((line) => shownLine(line, usage.get(line.position))),
    creditNotes: related
      .filter(({ invoiceId }) => invoiceId === id)
      .map(({ id: noteId, code, issuedAt, totalMinor }) => ({
        id: noteId,
        code,
        issuedAt,
        totalMinor: asJson(totalMinor),
      })),
  };
}
