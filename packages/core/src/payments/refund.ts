import { AppError, fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { asJson } from "../kernel/money.ts";
import { command } from "../kernel/verb.ts";
import { ownInvoice } from "./own-invoice.ts";
import { refundInput, taken } from "./schemas.ts";
import { takeIn } from "./take-in.ts";

/**
 * Gives money of a paid invoice back, in part or whole: a credit note, and the commission with it. What is left is judged again when it is carried out, so two who
 * refund at once never give back more than was paid.
 */
export const refundInvoice = command("invoice.refund", {
  input: refundInput,
  output: taken,
  object: ({ id }) => ({ table: "invoices", id }),
  run: async (run, { id, amountMinor, reference }) => {
    const { invoice, state } = await ownInvoice(run, id);
    if (state.state !== "paid") throw new AppError("invoice_not_paid");
    const left = asJson(invoice.totalMinor - state.refundedMinor);
    const amount = amountMinor ?? left;
    if (left === 0) throw new AppError("invoice_not_paid");
    if (amount > left) throw fieldError("/amountMinor", "refund_high");
    const { currency, resellerId, distributorId } = invoice;
    await takeIn(run.tx, run.ctx.tenant.agencyId, "refund", {
      ...{ eventId: `refund_${newId()}`, kind: "refunded", invoiceId: id, currency, reference },
      ...{ amountMinor: amount, payerEmail: null },
    });
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
