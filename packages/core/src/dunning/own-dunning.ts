import { dunnings } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { ownInvoice } from "../payments/own-invoice.ts";

/** The reminding of an open invoice that the caller sold, locked: a step that is being taken is waited for. Throws `invoice_not_open`. */
export async function ownDunning(run: Run, id: string) {
  const { tx, ctx } = run;
  const { invoice } = await ownInvoice(run, id);
  const [row] = await tx
    .select()
    .from(dunnings)
    .where(and(eq(dunnings.agencyId, ctx.tenant.agencyId), eq(dunnings.invoiceId, invoice.id)))
    .for("update");
  if (!row || row.endedAt) throw new AppError("invoice_not_open");
  return { row, invoice };
}
