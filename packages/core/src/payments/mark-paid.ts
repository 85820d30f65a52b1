import { isOwed } from "../invoices/state.ts";
import { AppError } from "../kernel/errors.ts";
import { asJson } from "../kernel/money.ts";
import { command } from "../kernel/verb.ts";
import { ownInvoice } from "./own-invoice.ts";
import { markPaidInput, taken } from "./schemas.ts";
import { takeIn } from "./take-in.ts";

/** Says that an invoice was paid by bank transfer, whole. It is acted on as a gateway's call is; two who say it at once are one payment. */
export const markPaid = command("invoice.mark-paid", {
  input: markPaidInput,
  output: taken,
  object: ({ id }) => ({ table: "invoices", id }),
  run: async (run, { id, reference }) => {
    const { invoice, state } = await ownInvoice(run, id);
    if (!isOwed(state)) throw new AppError("invoice_not_open");
    const { currency, resellerId, distributorId } = invoice;
    await takeIn(run.tx, run.ctx.tenant.agencyId, "bank", {
      // Of one invoice there is one such word.
      ...{ eventId: `paid_${id}`, kind: "paid", invoiceId: id, currency, reference, payerEmail: null },
      amountMinor: asJson(invoice.totalMinor),
    });
    return {
      result: { id },
      audit: {
        object: { kind: "invoice", id },
        after: { reference, amountMinor: String(invoice.totalMinor), currency },
        ...{ resellerId, distributorId },
      },
    };
  },
});
