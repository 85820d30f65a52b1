import { dunningSteps, dunnings, type invoices } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { buyerAddress, mailAbout } from "../invoices/mail.ts";
import type { Desk } from "../kernel/desk.ts";
import { stepAt, stepDays } from "./schedule.ts";

export type Dunning = typeof dunnings.$inferSelect;

/**
 * Takes the step of a locked row that is due: a reminder to the customer, or after the last of them and grace the mark that the invoice is
 * past due. Answers the row as it stands then.
 */
export async function takeStep(
  desk: Desk,
  row: Dunning & { dueAt: Date },
  invoice: typeof invoices.$inferSelect,
): Promise<Dunning> {
  const after =
    row.step === stepDays.length
      ? { ...row, dueAt: null, pastDueAt: row.dueAt }
      : await remind(desk, row, invoice);
  const { step, dueAt, pastDueAt, countsFrom } = after;
  await desk.tx
    .update(dunnings)
    .set({ step, dueAt, pastDueAt, countsFrom, heldUntil: null })
    .where(and(eq(dunnings.agencyId, row.agencyId), eq(dunnings.invoiceId, row.invoiceId)));
  return after;
}

async function remind(
  desk: Desk,
  row: Dunning & { dueAt: Date },
  invoice: typeof invoices.$inferSelect,
): Promise<Dunning> {
  const { agencyId, invoiceId, distributorId, resellerId, customerId, countsFrom } = row;
  const step = row.step + 1;
  const address = await buyerAddress(desk, customerId);
  const [mailId = null] = await mailAbout(desk, invoice, "invoice_reminder", [address]);
  const place = { agencyId, invoiceId, distributorId, resellerId, customerId };
  await desk.tx.insert(dunningSteps).values({ ...place, step, at: row.dueAt, mailId });
  return { ...row, step, dueAt: stepAt(countsFrom, step + 1, desk.zone) };
}
