import type { Tx } from "@tenantry/db";
import { refunds } from "@tenantry/db/schema";
import { and, eq, ne } from "drizzle-orm";

export const refundFailures = refunds.failure.enumValues;

type Refund = typeof refunds.$inferSelect;

/** Writes what came of a refund that was asked of a gateway. What is done stays done, whoever says something later. */
export async function settleAsked(
  tx: Tx,
  { agencyId, invoiceId, id }: Pick<Refund, "agencyId" | "invoiceId" | "id">,
  { state, failure = null }: { state: Refund["state"]; failure?: Refund["failure"] },
): Promise<void> {
  await tx
    .update(refunds)
    .set({ state, failure })
    .where(
      and(
        eq(refunds.agencyId, agencyId),
        eq(refunds.id, id),
        eq(refunds.invoiceId, invoiceId),
        ne(refunds.state, "done"),
      ),
    );
}
