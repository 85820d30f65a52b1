import { invoiceLines } from "@tenantry/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { deskOf } from "../kernel/desk.ts";
import { command } from "../kernel/verb.ts";
import { ownInvoice } from "../payments/own-invoice.ts";
import { closeInvoice } from "./close.ts";
import { issueCreditNote } from "./credit.ts";
import { buyerAddress, mailAbout } from "./mail.ts";
import { byId, voided } from "./schemas.ts";

/**
 * Takes an unpaid invoice back: a credit note of all of it, its books turned round, and nothing is owed any more. No commission is touched, because that
 * follows payment alone. Throws `invoice_not_open`.
 */
export const voidInvoice = command("invoice.void", {
  input: byId,
  output: voided,
  object: ({ id }) => ({ table: "invoices", id }),
  run: async (run, { id }) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    const { invoice } = await ownInvoice(run, id);
    await closeInvoice(run, invoice, "void");
    const lines = await tx
      .select()
      .from(invoiceLines)
      .where(and(eq(invoiceLines.agencyId, agencyId), eq(invoiceLines.invoiceId, id)))
      .orderBy(asc(invoiceLines.position));
    const desk = deskOf(run);
    const parts = lines.map((line) => ({ line, netMinor: line.netMinor, taxMinor: line.taxMinor }));
    const note = await issueCreditNote(desk, invoice, parts);
    await mailAbout(desk, note, "invoice_credited", [await buyerAddress(desk, invoice.customerId)]);
    const { resellerId, distributorId } = invoice;
    return {
      result: { id, creditNote: { id: note.id, code: note.code } },
      audit: {
        object: { kind: "invoice", id },
        after: { state: "void", creditNote: note.code, amountMinor: String(note.totalMinor) },
        ...{ resellerId, distributorId },
      },
    };
  },
});
