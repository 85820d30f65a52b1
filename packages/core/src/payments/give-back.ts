import { paymentEvents, payments, refunds } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { enqueue } from "../jobs/enqueue.ts";
import { deskOf } from "../kernel/desk.ts";
import { AppError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { asJson } from "../kernel/money.ts";
import { command, type Run } from "../kernel/verb.ts";
import { ownInvoice } from "./own-invoice.ts";
import { placeOf } from "./place.ts";
import { giveBackInput, taken } from "./schemas.ts";
import { readSurpluses, type Surplus } from "./surplus.ts";
import { takeIn } from "./take-in.ts";
import type { Invoice } from "./take-up.ts";

/**
 * Gives back what came too much for an invoice, all that is left of it, the way it came: the gateway that took it is asked once, else a person says by which
 * transfer it went back. The invoice, its tax and its commission stay as they are. Throws `invoice_not_paid` where nothing is left of it, and
 * `refund_under_way` for whoever comes second.
 */
export const giveBackSurplus = command("surplus.give-back", {
  input: giveBackInput,
  output: taken,
  object: ({ id }) => ({ table: "payments", id }),
  run: async (run, { id, reference }) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    const [found] = await tx
      .select({ invoiceId: payments.invoiceId })
      .from(payments)
      .where(and(eq(payments.agencyId, agencyId), eq(payments.id, id), eq(payments.kind, "surplus")));
    if (!found) throw new AppError("not_found");
    const { invoice } = await ownInvoice(run, found.invoiceId);
    const surplus = (await readSurpluses(deskOf(run), invoice.id)).find((one) => one.id === id)!;
    if (surplus.leftMinor <= 0n) throw new AppError("invoice_not_paid");
    const first =
      surplus.provider === "stripe"
        ? await askGateway(run, invoice, surplus, reference)
        : await sayByHand(run, surplus, reference);
    if (!first) throw new AppError("refund_under_way");
    const { resellerId, distributorId } = invoice;
    const { leftMinor, currency } = surplus;
    return {
      result: { id },
      audit: {
        object: { kind: "invoice", id: invoice.id },
        after: { surplus: id, reference, amountMinor: String(leftMinor), currency },
        ...{ resellerId, distributorId },
      },
    };
  },
});

async function askGateway(
  { tx, ctx }: Run,
  invoice: Invoice,
  surplus: Surplus,
  reason: string,
): Promise<boolean> {
  const id = newId();
  const { currency, leftMinor: amountMinor, id: surplusId } = surplus;
  const asked = { id, invoiceId: invoice.id, surplusId, amountMinor, currency, reason, askedAt: ctx.now };
  const made = await tx
    .insert(refunds)
    .values({ ...placeOf(invoice), ...asked })
    .onConflictDoNothing()
    .returning({ id: refunds.id });
  if (made.length > 0) await enqueue(tx, "payments.refund", { refundId: id }, `payments.refund ${id}`);
  return made.length > 0;
}

/** Whoever says so sends the money by a bank. Of one surplus there is one such word. */
async function sayByHand({ tx, ctx }: Run, surplus: Surplus, reference: string): Promise<boolean> {
  const { agencyId } = ctx.tenant;
  const { id: ofPayment, invoiceId, currency, leftMinor } = surplus;
  const eventId = `surplus_${ofPayment}`;
  const said = await tx
    .select({ eventId: paymentEvents.eventId })
    .from(paymentEvents)
    .where(
      and(
        eq(paymentEvents.agencyId, agencyId),
        eq(paymentEvents.provider, "refund"),
        eq(paymentEvents.eventId, eventId),
      ),
    );
  if (said.length > 0) return false;
  const about = { eventId, kind: "refunded" as const, invoiceId, currency, reference, ofPayment };
  await takeIn(tx, agencyId, "refund", { ...about, amountMinor: asJson(leftMinor), payerEmail: null });
  return true;
}
