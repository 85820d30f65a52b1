import { readPaper, shownPaper } from "../invoices/paper.ts";
import { stateOnPaper } from "../invoices/state.ts";
import { query } from "../kernel/verb.ts";
import { sellerAccount } from "../legal-entities/seller-account.ts";
import { readPaymentEvents, shownComing } from "../payments/coming.ts";
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
    const events = await readPaymentEvents(tx, agencyId, invoice.id);
    const { code, issuedAt, dueAt } = invoice;
    return {
      ...{ code, issuedAt, dueAt, state: stateOnPaper(invoice, state) },
      ...shownPaper(await readPaper(run, found)),
      pending: events.some(({ kind, outcome }) => kind === "paid" && outcome === null),
      coming: shownComing(events),
      online: Boolean(await gatewayOf(run, invoice.sellerId)),
      account: await sellerAccount(run, invoice.sellerId),
    };
  },
});
