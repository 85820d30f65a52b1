import { may } from "@tenantry/core/kernel/authorize";
import type { Actor } from "@tenantry/core/kernel/ctx";
import type { Invoice, InvoiceRights } from "./types.ts";

type Judged = Pick<Invoice, "own" | "state" | "pending" | "link" | "dunning">;

/** What somebody may do about an invoice: by the role, by who sold it, and by what has become of it. */
export function rightsOf(actor: Actor, { own, state, pending, link, dunning }: Judged): InvoiceRights {
  const isOpen = state === "open";
  const isOwed = isOpen || state === "uncollectible";
  const isOwnAndOwed = own && isOwed && !pending;
  const reminds = own && isOpen && dunning !== null;
  return {
    markPaid: isOwnAndOwed && may(actor, "invoice.mark-paid"),
    refund: own && state === "paid" && !pending && may(actor, "invoice.refund"),
    void: isOwnAndOwed && may(actor, "invoice.void"),
    markUncollectible: isOwnAndOwed && isOpen && may(actor, "invoice.mark-uncollectible"),
    newLink: isOwed && may(actor, "payment-link.create"),
    revokeLink: link !== null && may(actor, "payment-link.revoke"),
    pauseDunning: reminds && !dunning.pausedAt && may(actor, "dunning.pause"),
    resumeDunning: reminds && dunning.pausedAt !== null && may(actor, "dunning.resume"),
  };
}
