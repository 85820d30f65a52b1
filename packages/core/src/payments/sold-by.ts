import type { Tx } from "@tenantry/db";
import { invoices } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";

/** Is this invoice in this scope, and of this seller? Null stands for every seller. */
export async function isSoldBy(
  tx: Tx,
  agencyId: string,
  invoiceId: string,
  sellerId: string | null,
): Promise<boolean> {
  const [invoice] = await tx
    .select({ sellerId: invoices.sellerId })
    .from(invoices)
    .where(and(eq(invoices.agencyId, agencyId), eq(invoices.id, invoiceId)));
  return invoice !== undefined && (sellerId === null || invoice.sellerId === sellerId);
}
