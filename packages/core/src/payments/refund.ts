import { payments, refunds } from "@tenantry/db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { enqueue } from "../jobs/enqueue.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { asJson } from "../kernel/money.ts";
import { command, type Run } from "../kernel/verb.ts";
import { ownInvoice } from "./own-invoice.ts";
import { placeOf } from "./place.ts";
import { refundInput, taken } from "./schemas.ts";
import { takeIn } from "./take-in.ts";
import type { Invoice } from "./take-up.ts";

/**
 * Gives money of a paid invoice back, in part or whole: a credit note, and the commission with it. A gateway that took the money gives it back,
 * and the credit note waits for its word. What is left is judged again when it is carried out, so two who refund at once never give back
 * more than was paid.
 */
export const refundInvoice = command("invoice.refund", {
  input: refundInput,
  output: taken,
  object: ({ id }) => ({ table: "invoices", id }),
  run: async (run, { id, amountMinor, reference }) => {
    const { invoice, state } = await ownInvoice(run, id);
    if (state.state !== "paid") throw new AppError("invoice_not_paid");
    const left = asJson(invoice.totalMinor - state.refundedMinor);
    if (left === 0) throw new AppError("invoice_not_paid");
    const free = left - (await underWay(run, id));
    if (free <= 0) throw new AppError("refund_under_way");
    const amount = amountMinor ?? free;
    if (amount > free) throw fieldError("/amountMinor", "refund_high");
    if (await tookByGateway(run, id)) await askGateway(run, invoice, BigInt(amount), reference);
    else await giveBackByHand(run, invoice, amount, reference);
    const { currency, resellerId, distributorId } = invoice;
    return {
      result: { id },
      audit: {
        object: { kind: "invoice", id },
        after: { reference, amountMinor: String(amount), currency },
        ...{ resellerId, distributorId },
      },
    };
  },
});

/** What a gateway was asked to give back and has not yet. */
async function underWay({ tx, ctx }: Run, invoiceId: string): Promise<number> {
  const [row] = await tx
    .select({ sum: sql<string>`coalesce(sum(${refunds.amountMinor}), 0)::text` })
    .from(refunds)
    .where(
      and(
        eq(refunds.agencyId, ctx.tenant.agencyId),
        eq(refunds.invoiceId, invoiceId),
        eq(refunds.state, "asked"),
        isNull(refunds.surplusId),
      ),
    );
  return asJson(BigInt(row!.sum));
}

async function tookByGateway({ tx, ctx }: Run, invoiceId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: payments.id })
    .from(payments)
    .where(
      and(
        eq(payments.agencyId, ctx.tenant.agencyId),
        eq(payments.invoiceId, invoiceId),
        eq(payments.kind, "payment"),
        eq(payments.provider, "stripe"),
      ),
    );
  return rows.length > 0;
}

async function askGateway({ tx, ctx }: Run, invoice: Invoice, amountMinor: bigint, reason: string) {
  const { id: invoiceId, currency } = invoice;
  const id = newId();
  const asked = { id, invoiceId, amountMinor, currency, reason, askedAt: ctx.now };
  await tx.insert(refunds).values({ ...placeOf(invoice), ...asked });
  await enqueue(tx, "payments.refund", { refundId: id }, `payments.refund ${id}`);
}

/** Whoever says so sends the money by a bank. */
async function giveBackByHand({ tx, ctx }: Run, invoice: Invoice, amountMinor: number, reference: string) {
  const { id: invoiceId, currency } = invoice;
  await takeIn(tx, ctx.tenant.agencyId, "refund", {
    ...{ eventId: `refund_${newId()}`, kind: "refunded", invoiceId, currency, reference },
    ...{ amountMinor, payerEmail: null },
  });
}
