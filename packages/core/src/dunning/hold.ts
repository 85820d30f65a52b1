import { dunnings } from "@tenantry/db/schema";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Desk } from "../kernel/desk.ts";
import { afterWaiting } from "./schedule.ts";

/** Has the reminders of an open invoice wait until then: a payment is on its way. */
export async function holdDunning({ tx, agencyId }: Desk, invoiceId: string, heldUntil: Date) {
  await tx
    .update(dunnings)
    .set({ heldUntil })
    .where(and(eq(dunnings.agencyId, agencyId), eq(dunnings.invoiceId, invoiceId), isNull(dunnings.endedAt)));
}

/** Lets them go on, as after a pause: the payment came to nothing. A step that is being taken is waited for. */
export async function releaseDunning({ tx, agencyId, now, zone }: Desk, invoiceId: string) {
  const held = and(
    eq(dunnings.agencyId, agencyId),
    eq(dunnings.invoiceId, invoiceId),
    isNotNull(dunnings.heldUntil),
  );
  const [row] = await tx.select().from(dunnings).where(held).for("update");
  if (!row) return;
  const { countsFrom, dueAt } = row.dueAt ? afterWaiting(row, now, zone) : row;
  await tx.update(dunnings).set({ countsFrom, dueAt, heldUntil: null }).where(held);
}
