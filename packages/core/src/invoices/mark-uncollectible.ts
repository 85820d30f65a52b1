import { none } from "../identity/schemas.ts";
import { command } from "../kernel/verb.ts";
import { ownInvoice } from "../payments/own-invoice.ts";
import { closeInvoice } from "./close.ts";
import { byId } from "./schemas.ts";

/**
 * Gives an open invoice up: nobody is reminded of it any more. It stays owed and in the books, and can still be paid, by its link too. Throws
 * `invoice_not_open`.
 */
export const markUncollectible = command("invoice.mark-uncollectible", {
  input: byId,
  output: none,
  object: ({ id }) => ({ table: "invoices", id }),
  run: async (run, { id }) => {
    const { invoice } = await ownInvoice(run, id);
    await closeInvoice(run, invoice, "uncollectible");
    const { resellerId, distributorId } = invoice;
    return {
      result: {},
      audit: {
        object: { kind: "invoice", id },
        after: { state: "uncollectible" },
        ...{ resellerId, distributorId },
      },
    };
  },
});
