import { everyAgency, everyone, everyReseller, type Row } from "./policy-row.ts";

/** The policy's rows of what is sold, owed, paid and earned. */
export const ofMoney = {
  // A reseller's people see and do what concerns their own customers; who sells is the customer's reseller's type to say.
  "subscription.list": { people: `${everyAgency} ${everyReseller}`, key: "subscriptions:read" },
  "subscription.read": { people: `${everyAgency} ${everyReseller}`, key: "subscriptions:read" },
  "subscription.usage": { people: `${everyAgency} ${everyReseller}`, key: "subscriptions:read" },
  "order.list": { people: `${everyAgency} ${everyReseller}`, key: "subscriptions:read" },
  "subscription.list-offers": { people: "AO AA AS RO RA RS", key: "subscriptions:read" },
  "subscription.preview": { people: "AO AA AS RO RA RS", key: "subscriptions:write" },
  "subscription.create": { people: "AO AA AS RO RA RS", key: "subscriptions:write" },
  "subscription.preview-change": { people: "AO AA AS RO RA", key: "subscriptions:write" },
  "subscription.change": { people: "AO AA AS RO RA", key: "subscriptions:write" },
  "subscription.cancel": { people: "AO AA RO RA" },
  "subscription.reactivate": { people: "AO AA RO RA" },

  // What a reseller pays for its plan.
  "wholesale.read": { people: everyAgency, key: "subscriptions:read" },
  "wholesale.preview": { people: "AO AA", key: "subscriptions:write" },
  "wholesale.start": { people: "AO AA", key: "subscriptions:write" },

  "commission.list": { people: "AO AA AF AV RO RA RF", key: "commissions:read" },
  "commission.summary": { people: "AO AA AF AV RO RA RF", key: "commissions:read" },
  "statement.list": { people: "AO AA AF AV RO RA RF", key: "commissions:read" },
  "statement.read": { people: "AO AA AF AV RO RA RF", key: "commissions:read" },
  "statement.print": { people: "AO AA AF AV RO RA RF", key: "commissions:read" },
  "statement.list-lines": { people: "AO AA AF AV RO RA RF", key: "commissions:read" },
  "commission.read": { people: "AO AA AF AV RO RA RF", key: "commissions:read" },
  "report.revenue": { people: "AO AA AF AV RO RA RF", key: "commissions:read" },
  "report.list": { people: "AO AA AF AV RO RA RF", key: "commissions:read" },
  "commission-dispute.create": { people: "RO RF" },
  "commission-dispute.withdraw": { people: "RO RF" },
  "commission-dispute.settle": { people: "AO AF", stepUp: true },
  "legal-entity.read": { people: "AO AA AF RO RF" },
  "legal-entity.update": { people: "AO AF RO RF", stepUp: true },
  "payout.list": { people: "AO AA AF RO RF", key: "commissions:read" },
  "payout.read": { people: "AO AA AF RO RF", key: "commissions:read" },
  "payout.preview": { people: "AO AF" },
  "payout.create": { people: "AO AF", stepUp: true },
  // Money leaves by an owner's word alone.
  "payout.send": { people: "AO", stepUp: true },
  "payout.send-drafts": { people: "AO", stepUp: true },
  "payout.preview-bank-file": { people: "AO AF" },
  "payout.read-bank-file": { people: "AO AF" },
  "payout.complete": { people: "AO AF", stepUp: true },
  "payout.fail": { people: "AO AF", stepUp: true },
  "payout.cancel": { people: "AO AF", stepUp: true },
  "commission-rate.read": { people: "AO AA AF AS AV RO RA RF", key: "commissions:read" },
  // A reseller's own word on its customer can only lower what it gets.
  "commission-rate.set": { people: "AO AF RO RF", stepUp: true },
  "invoice.list": { people: `${everyAgency} ${everyReseller}`, key: "invoices:read" },
  "invoice.read": { people: `${everyAgency} ${everyReseller}`, key: "invoices:read" },
  "invoice.print": { people: `${everyAgency} ${everyReseller}`, key: "invoices:read" },
  // Whoever is the seller, whatever the role says.
  "invoice.mark-paid": { people: "AO AF RO RF", stepUp: true },
  "invoice.refund": { people: "AO AF RO RF", stepUp: true },
  "invoice.void": { people: "AO AF RO RF" },
  "invoice.mark-uncollectible": { people: "AO AF RO RF" },
  "dunning.pause": { people: "AO AF RO RF" },
  "dunning.resume": { people: "AO AF RO RF" },
  "payment-link.create": { people: "AO AA AF AS RO RA RF RS", key: "invoices:write" },
  "payment-link.revoke": { people: "AO AA AF AS RO RA RF" },
  // The link is the right.
  "payment-link.open": { people: `anonymous ${everyone}` },
  "payment-link.pay": { people: `anonymous ${everyone}` },
  "checkout.open": { people: `anonymous ${everyone}` },
  "checkout.answer": { people: `anonymous ${everyone}` },
  // A gateway's call is believed by its signature alone.
  "payment.receive": { people: "anonymous" },
} as const satisfies Record<string, Row>;
