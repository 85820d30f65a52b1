import { paymentEvents } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { readPaper, shownPaper } from "../invoices/paper.ts";
import { stateOnPaper } from "../invoices/state.ts";
import { query } from "../kernel/verb.ts";
import { sellerAccount } from "../legal-entities/seller-account.ts";
import { gatewayOf } from "../payments/gateway-here.ts";
import { findLink } from "./find.ts";
import { byToken, openedLink } from "./schemas.ts";

/** The invoice a payment link opens, for whoever has it; paid, it is the receipt. */
export const openPaymentLink = query("payment-link.open", {
  // Whoever asks: the invoice is of the host's account.
  ofRealm: true,
  input: byToken,
  output: openedLink,
  run: async (run, { token }) => {
    const { tx, ctx } = run;
    const { agencyId } = ctx.tenant;
    const found = await findLink(run, token);
    const { invoice, state } = found;
    const waiting = await tx
      .select({ id: paymentEvents.eventId })
      .from(paymentEvents)
      .where(
        and(
          eq(paymentEvents.agencyId, agencyId),
          eq(paymentEvents.invoiceId, invoice.id),
          eq(paymentEvents.kind, "paid"),
          isNull(paymentEvents.outcome),
        ),
      )
      .limit(1);
    const { code, issuedAt, dueAt } = invoice;
    return {
      ...{ code, issuedAt, dueAt, state: stateOnPaper(invoice, state) },
      ...shownPaper(await readPaper(run, found)),
      pending: waiting.length > 0,
      online: Boolean(await gatewayOf(run, invoice.sellerId)),
      account: await sellerAccount(run, invoice.sellerId),
    };
  },
});
