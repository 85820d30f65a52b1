import { query } from "../kernel/verb.ts";
import { readNextInvoices } from "./next-invoices.ts";
import { onPaper } from "./read.ts";
import { nextInvoices, previewInput } from "./schemas.ts";

/** What saying whether prices include tax would do to what already runs: its next invoices, never one that was issued. */
export const previewPrices = query("legal-entity.preview-prices", {
  input: previewInput,
  output: nextInvoices,
  run: async (run, { pricesIncludeTax, taxId, taxBps }) => {
    const before = await onPaper(run);
    const after = {
      taxId: taxId === undefined ? before.taxId : taxId,
      taxBps: taxBps ?? before.taxBps,
      pricesIncludeTax,
    };
    return readNextInvoices(run, before, after);
  },
});
