import { asJson } from "../kernel/money.ts";
import { query } from "../kernel/verb.ts";
import { readDue, totalsOf } from "./due.ts";
import { shownPaid } from "./row.ts";
import { preview, runInput } from "./schemas.ts";

/** What a payout run would send now, to whom, and what would stay and why. Writes nothing. */
export const previewPayouts = query("payout.preview", {
  input: runInput,
  output: preview,
  run: async (run, input) => {
    const due = await readDue(run, input);
    return {
      cutOff: run.ctx.now,
      due: due.map(({ resellerId, name, currency, amountMinor, lines, left, paid }) => ({
        ...{ currency, lines, left, reseller: { id: resellerId, name } },
        paid: paid ? shownPaid(paid) : null,
        amountMinor: asJson(amountMinor),
      })),
      totals: totalsOf(due).map((total) => ({ ...total, amountMinor: asJson(total.amountMinor) })),
    };
  },
});
