import type { Tx } from "@tenantry/db";
import { invoiceLines, invoices } from "@tenantry/db/schema";
import { and, asc, eq, or } from "drizzle-orm";
import type { RefundableLine } from "./share-refund.ts";

type Line = typeof invoiceLines.$inferSelect;

/** The lines of an invoice with what its credit notes have given back of each; a note's line stands at its line's place. */
export async function readRefundable(
  tx: Tx,
  agencyId: string,
  invoiceId: string,
): Promise<(RefundableLine & { line: Line })[]> {
  const rows = await tx
    .select({ line: invoiceLines, kind: invoices.kind })
    .from(invoices)
    .innerJoin(
      invoiceLines,
      and(eq(invoiceLines.agencyId, invoices.agencyId), eq(invoiceLines.invoiceId, invoices.id)),
    )
    .where(
      and(eq(invoices.agencyId, agencyId), or(eq(invoices.id, invoiceId), eq(invoices.invoiceId, invoiceId))),
    )
    .orderBy(asc(invoiceLines.position));
  const credited = rows.filter(({ kind }) => kind === "credit_note");
  return rows
    .filter(({ kind }) => kind === "invoice")
    .map(({ line }) => {
      const gone = credited.filter((one) => one.line.position === line.position);
      const sum = (of: (one: Line) => bigint) => gone.reduce((total, one) => total + of(one.line), 0n);
      const { position, netMinor, taxMinor } = line;
      return {
        ...{ position, netMinor, taxMinor, line },
        netGone: sum((one) => one.netMinor),
        taxGone: sum((one) => one.taxMinor),
      };
    });
}
