import { isOwed } from "../invoices/state.ts";
import { AppError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { asJson } from "../kernel/money.ts";
import { command } from "../kernel/verb.ts";
import { gatewayHere } from "../payments/gateway-here.ts";
import { payInput, started } from "../payments/schemas.ts";
import { findLink } from "./find.ts";

/**
 * Sends a payer to the gateway with what is owed; the amount is the invoice's, never the caller's. Throws `invoice_not_open` for one that is
 * paid by now, and `no_gateway` where nobody pays online.
 */
export const payByLink = command("payment-link.pay", {
  // Whoever asks: the invoice is of the host's account.
  ofRealm: true,
  input: payInput,
  output: started,
  run: async (run, { token, payerEmail = null }) => {
    const { ctx } = run;
    const { invoice, state } = await findLink(run, token);
    if (!isOwed(state)) throw new AppError("invoice_not_open");
    const { id: invoiceId, code, currency } = invoice;
    const path = gatewayHere(ctx).pathOf({
      ...{ id: newId(), frontId: ctx.tenant.accountId, invoiceId, code, currency, payerEmail },
      amountMinor: asJson(invoice.totalMinor),
      back: `/pay/${token}`,
    });
    return { result: { path }, audit: { none: "nothing happened yet: the gateway's call will say" } };
  },
});
