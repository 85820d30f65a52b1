import { invoiceStates } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { isOwed } from "../invoices/state.ts";
import { deskOf } from "../kernel/desk.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { newPaymentLink } from "./new.ts";
import { revokeLinks } from "./revoke-links.ts";
import { byInvoice, paymentLink } from "./schemas.ts";
import { shownLink } from "./show.ts";

/** Makes a new link for an open invoice and takes the one before it back: whoever has that one pays by it no more. */
export const createPaymentLink = command("payment-link.create", {
  input: byInvoice,
  output: paymentLink,
  object: ({ id }) => ({ table: "invoices", id }),
  run: async (run, { id }) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    if (ctx.scope.kind === "distributor") throw new AppError("not_found");
    const [state] = await tx
      .select()
      .from(invoiceStates)
      .where(and(eq(invoiceStates.agencyId, agencyId), eq(invoiceStates.invoiceId, id)));
    if (!state) throw new AppError("not_found");
    if (!isOwed(state)) throw new AppError("invoice_not_open");
    const desk = deskOf(run);
    await revokeLinks(desk, id);
    const link = await newPaymentLink(desk, state, id, state.dueAt);
    const { resellerId, distributorId } = state;
    return {
      result: await shownLink(run, link),
      audit: { object: { kind: "invoice", id }, after: { link: link.id }, resellerId, distributorId },
    };
  },
});
