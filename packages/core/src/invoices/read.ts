import { invoices } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { soldLine } from "./line.ts";
import { readPaper, shownPaper } from "./paper.ts";
import { readParts } from "./parts.ts";
import { selectInvoices, shownInvoice } from "./row.ts";
import { byId, invoice as invoiceSchema } from "./schemas.ts";

/** One invoice or credit note with its lines, payments, link, and what each line brought its reseller. */
export const readInvoice = query("invoice.read", {
  input: byId,
  output: invoiceSchema,
  object: ({ id }) => ({ table: "invoices", id }),
  run: async (run, { id }) => {
    if (run.ctx.scope.kind === "distributor") throw new AppError("not_found");
    const [row] = await selectInvoices(run).where(
      and(eq(invoices.agencyId, run.ctx.tenant.agencyId), eq(invoices.id, id)),
    );
    if (!row) throw new AppError("not_found");
    const paper = await readPaper(run, row);
    return {
      ...shownInvoice(row, run.ctx),
      ...shownPaper(paper),
      ...(await readParts(run, paper)),
      lines: paper.lines.map((line) => soldLine(line, paper.usage.get(line.position))),
    };
  },
});
