import { refunds } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { enqueue } from "../jobs/enqueue.ts";
import { deskOf } from "../kernel/desk.ts";
import { AppError } from "../kernel/errors.ts";
import { command, type Run } from "../kernel/verb.ts";
import { ownInvoice } from "./own-invoice.ts";
import { retryRefundInput, taken } from "./schemas.ts";
import { readSurpluses } from "./surplus.ts";

type Refund = typeof refunds.$inferSelect;

/**
 * Asks the gateway once more for a refund that failed, as a new request: to the old one it gives the old answer. One that is still tried by itself
 * is tried at once. Throws `refund_under_way` where another one took its place meanwhile.
 */
export const retryRefund = command("invoice.retry-refund", {
  input: retryRefundInput,
  output: taken,
  object: ({ id }) => ({ table: "refunds", id }),
  run: async (run, { id }) => {
    const { tx, ctx } = run;
    const one = and(eq(refunds.agencyId, ctx.tenant.agencyId), eq(refunds.id, id));
    const [refund] = await tx.select().from(refunds).where(one);
    if (!refund || refund.state === "done") throw new AppError("not_found");
    const { invoice, state } = await ownInvoice(run, refund.invoiceId);
    if (refund.amountMinor > (await leftFor(run, refund, invoice.totalMinor - state.refundedMinor)))
      throw new AppError("refund_under_way");
    if (refund.state === "failed")
      await tx
        .update(refunds)
        .set({ state: "asked", failure: null, again: refund.again + 1 })
        .where(and(one, eq(refunds.state, "failed")));
    await enqueue(tx, "payments.refund", { refundId: id }, `payments.refund ${id}`);
    const { resellerId, distributorId } = invoice;
    return {
      result: { id },
      audit: {
        object: { kind: "invoice", id: invoice.id },
        after: { refund: id, amountMinor: String(refund.amountMinor) },
        ...{ resellerId, distributorId },
      },
    };
  },
});

/** What can be given back of the payment the refund is of, `paidMinor` being left of the invoice's. */
async function leftFor(run: Run, refund: Refund, paidMinor: bigint): Promise<bigint> {
  if (!refund.surplusId) return paidMinor - (await othersAsked(run, refund));
  const surpluses = await readSurpluses(deskOf(run), refund.invoiceId);
  return surpluses.find(({ id }) => id === refund.surplusId)?.leftMinor ?? 0n;
}

/** What else the gateway was asked to give back of the same payment. */
async function othersAsked({ tx }: Run, { agencyId, invoiceId, id }: Refund) {
  const asked = await tx
    .select()
    .from(refunds)
    .where(
      and(
        eq(refunds.agencyId, agencyId),
        eq(refunds.invoiceId, invoiceId),
        eq(refunds.state, "asked"),
        isNull(refunds.surplusId),
      ),
    );
  return asked.reduce((sum, one) => (one.id === id ? sum : sum + one.amountMinor), 0n);
}
