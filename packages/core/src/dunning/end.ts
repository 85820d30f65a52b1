import { dunnings } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { Desk } from "../kernel/desk.ts";

/** Ends the reminding of an invoice, in the transaction that settles it. A step that is being taken is waited for. */
export async function endDunning({ tx, agencyId, now }: Desk, invoiceId: string) {
  await tx
    .update(dunnings)
    .set({ dueAt: null, endedAt: now, pausedAt: null, pausedWhy: null, heldUntil: null })
    .where(and(eq(dunnings.agencyId, agencyId), eq(dunnings.invoiceId, invoiceId)));
}
