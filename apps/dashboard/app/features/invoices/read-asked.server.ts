import { readInvoice } from "@tenantry/core/invoices/read";
import type { RouterContextProvider } from "react-router";
import { redirect } from "react-router";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { leftOf, rightsOf } from "./rights.server.ts";
import type { InvoiceRights } from "./types.ts";

const verbs = {
  markPaid: "invoice.mark-paid",
  refund: "invoice.refund",
  retryRefund: "invoice.retry-refund",
  giveBack: "surplus.give-back",
  newLink: "payment-link.create",
  revokeLink: "payment-link.revoke",
  void: "invoice.void",
  markUncollectible: "invoice.mark-uncollectible",
  pauseDunning: "dunning.pause",
  resumeDunning: "dunning.resume",
} as const satisfies Record<keyof InvoiceRights, string>;

/** What a dialog about an invoice tells of it; where what it asks about cannot be done any more, the invoice says how it is. */
export async function readAsked(
  request: Request,
  context: Readonly<RouterContextProvider>,
  id: string,
  what: keyof InvoiceRights,
) {
  const { ctx } = aboveCustomers(context, request);
  requireVerb(ctx, verbs[what]);
  const invoice = await load(readInvoice(ctx, { id }));
  if (!rightsOf(ctx.actor, invoice)[what]) throw redirect(`/invoices/${id}`);
  const { code, currency, totalMinor, refunds, payments, link, dunning, mailedTo, coming, surpluses } =
    invoice;
  const asked = { id, code, currency, totalMinor, leftMinor: leftOf(invoice) };
  const earns = invoice.lines.some(({ rate }) => !("none" in rate));
  const byGateway = payments.some(({ provider }) => provider === "stripe");
  const parts = { refunds, dunning, mailedTo, coming, surpluses };
  return { ctx, asked: { ...asked, hasLink: link !== null, earns, byGateway, ...parts } };
}
