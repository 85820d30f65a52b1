import { paymentLinks } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { Desk } from "../kernel/desk.ts";

/** Takes an invoice's open link back; answers whether there was one. Whoever makes one at the same time waits for its row. */
export async function revokeLinks({ tx, agencyId, now }: Desk, invoiceId: string): Promise<boolean> {
  const revoked = await tx
    .update(paymentLinks)
    .set({ revokedAt: now })
    .where(
      and(
        eq(paymentLinks.agencyId, agencyId),
        eq(paymentLinks.invoiceId, invoiceId),
        isNull(paymentLinks.revokedAt),
      ),
    )
    .returning({ id: paymentLinks.id });
  return revoked.length > 0;
}
