import { isOwed } from "../invoices/state.ts";
import { AppError } from "../kernel/errors.ts";
import { asJson } from "../kernel/money.ts";
import { command, type Run } from "../kernel/verb.ts";
import { comingOf, readPaymentEvents } from "../payments/coming.ts";
import { gatewayOf } from "../payments/gateway-here.ts";
import { payInput, started } from "../payments/schemas.ts";
import { ownOrigin } from "../tenancy/origin.ts";
import { findLink } from "./find.ts";

/**
 * Sends a payer to the gateway with what is owed; the amount is the invoice's, never the caller's. Throws `invoice_not_open` for one that is
 * paid by now, `payment_coming` where a payment is on its way and nobody said that another is meant, and `no_gateway` where nobody pays online.
 */
export const payByLink = command("payment-link.pay", {
  // Whoever asks: the invoice is of the host's account.
  ofRealm: true,
  input: payInput,
  output: started,
  // The gateway is asked before the transaction: it may take its time.
  prepare: async (read, { token, payerEmail = null, again }) => {
    const { gateway, asked } = await read((run) => owed(run, token, again));
    return gateway.open({ ...asked, payerEmail });
  },
  run: async (_run, _input, url) => ({
    result: { url },
    audit: { none: "nothing happened yet: the gateway's call will say" },
  }),
});

async function owed(run: Run, token: string, again: boolean) {
  const { tenant, securityNow } = run.ctx;
  const { invoice, state } = await findLink(run, token);
  if (!isOwed(state)) throw new AppError("invoice_not_open");
  const told = await readPaymentEvents(run.tx, tenant.agencyId, invoice.id);
  if (!again && comingOf(told).length > 0) throw new AppError("payment_coming");
  const gateway = await gatewayOf(run, invoice.sellerId);
  if (!gateway) throw new AppError("no_gateway");
  const { id: invoiceId, code, currency, totalMinor } = invoice;
  const place = { frontId: tenant.accountId, origin: ownOrigin(run.ctx), back: `/pay/${token}` };
  return {
    gateway,
    asked: { ...place, invoiceId, code, currency, amountMinor: asJson(totalMinor), at: securityNow },
  };
}
