import { may } from "@tenantry/core/kernel/authorize";
import type { Actor } from "@tenantry/core/kernel/ctx";
import type { Invoice, InvoiceRights } from "./types.ts";

type Judged = Pick<Invoice, "own" | "state" | "pending" | "link" | "dunning" | "refunds" | "surpluses"> &
  Amounts;
type Amounts = Pick<Invoice, "totalMinor" | "refundedMinor" | "refunds">;

/** What of a payment has not gone back and is not on its way there. */
export function leftOf({ totalMinor, refundedMinor, refunds }: Amounts): number {
  const asked = refunds.filter(({ state, surplusId }) => state === "asked" && !surplusId);
  return asked.reduce((left, { amountMinor }) => left - amountMinor, totalMinor - refundedMinor);
}

/** What somebody may do about an invoice: by the role, by who sold it, and by what has become of it. */
export function rightsOf(actor: Actor, invoice: Judged): InvoiceRights {
  const { own, state, pending, link, dunning, refunds, surpluses } = invoice;
  const isOpen = state === "open";
  const isOwed = isOpen || state === "uncollectible";
  const isOwnAndOwed = own && isOwed && !pending;
  const reminds = own && isOpen && dunning !== null;
  return {
    markPaid: isOwnAndOwed && may(actor, "invoice.mark-paid"),
    refund: own && state === "paid" && !pending && leftOf(invoice) > 0 && may(actor, "invoice.refund"),
    retryRefund: own && refunds.some(({ failure }) => failure) && may(actor, "invoice.retry-refund"),
    giveBack: own && surpluses.some(({ leftMinor }) => leftMinor > 0) && may(actor, "surplus.give-back"),
    void: isOwnAndOwed && may(actor, "invoice.void"),
    markUncollectible: isOwnAndOwed && isOpen && may(actor, "invoice.mark-uncollectible"),
    newLink: isOwed && may(actor, "payment-link.create"),
    revokeLink: link !== null && may(actor, "payment-link.revoke"),
    pauseDunning: reminds && !dunning.pausedAt && may(actor, "dunning.pause"),
    resumeDunning: reminds && dunning.pausedAt !== null && may(actor, "dunning.resume"),
  };
}
