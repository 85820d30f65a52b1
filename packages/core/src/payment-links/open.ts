import { invoiceLines, paymentEvents } from "@tenantry/db/schema";
import { and, asc, eq, isNull } from "drizzle-orm";
import { shownLine } from "../invoices/line.ts";
import { shownState } from "../invoices/state.ts";
import { asJson } from "../kernel/money.ts";
import { query, type Run } from "../kernel/verb.ts";
import { takesOnline } from "../payments/gateway-here.ts";
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
    const { invoice, state } = await findLink(run, token);
    const lines = await tx
      .select()
      .from(invoiceLines)
      .where(and(eq(invoiceLines.agencyId, agencyId), eq(invoiceLines.invoiceId, invoice.id)))
      .orderBy(asc(invoiceLines.position));
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
    const { code, currency, issuedAt, dueAt, seller, buyer } = invoice;
    return {
      ...{ code, currency, issuedAt, dueAt, seller, buyer, paidAt: state.paidAt },
      state: shownState(invoice, state),
      netMinor: asJson(invoice.netMinor),
      taxMinor: asJson(invoice.taxMinor),
      totalMinor: asJson(invoice.totalMinor),
      refundedMinor: asJson(state.refundedMinor),
      pending: waiting.length > 0,
      online: takesOnline(ctx),
      account: await readAccount(run, invoice.sellerId),
      lines: lines.map(shownLine),
    };
  },
});

interface Account {
  holder: string;
  iban: string;
  bic: string | null;
}

/** The seller's bank account as it is now. */
async function readAccount({ tx }: Run, sellerId: string): Promise<Account | null> {
  const text = "select holder, iban, bic from app.seller_account($1)";
  const [account] = await tx.named<Account>("seller_account", text, [sellerId]);
  return account ?? null;
}
