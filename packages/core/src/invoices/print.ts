import { invoices } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { sellerAccount } from "../legal-entities/seller-account.ts";
import { readFront } from "./front.ts";
import { readPaper } from "./paper.ts";
import { printedPaper } from "./printed.ts";
import { selectInvoices } from "./row.ts";
import { byId, printed } from "./schemas.ts";

/** One invoice or credit note as it is printed (draw.ts), in the brand of its front. */
export const printInvoice = query("invoice.print", {
  input: byId,
  output: printed,
  object: ({ id }) => ({ table: "invoices", id }),
  run: async (run, { id }) => {
    const { tx, ctx } = run;
    const { agencyId, billingZone } = ctx.tenant;
    if (ctx.scope.kind === "distributor") throw new AppError("not_found");
    const [row] = await selectInvoices(run).where(and(eq(invoices.agencyId, agencyId), eq(invoices.id, id)));
    if (!row) throw new AppError("not_found");
    const { name, color } = await readFront(tx, row.invoice);
    const front = { name, color };
    const account = await sellerAccount(run, row.invoice.sellerId);
    return printedPaper(await readPaper(run, row), { front, account, zone: billingZone, now: ctx.now });
  },
});
