import type { verbs } from "./matrix.ts";

/** Where a verb of a row marked 1 asks for no fresh proof, or one of another row does, and why. */
export const stepUpDifferences: Partial<Record<keyof typeof verbs, string>> = {
  "reseller.archive": "archiving can be undone for thirty days; deleting for good comes later",
  "reseller.restore": "the way back from archiving",
  "reseller.preview-erasure": "it changes nothing",
  "reseller.export": "it changes nothing, and shows what its reader sees page by page",
  "distributor.archive": "archiving can be undone",
  "distributor.restore": "the way back from archiving",
  "webhook.ping": "sends nothing of anybody's, to an address that was proven for",
  "webhook.replay-failed": "sends what was sent before, to an address that was proven for",
  "webhook-delivery.replay": "sends what was sent before, to an address that was proven for",
  "team.read": "it changes nothing",
  "session.revoke": "ending a session of one's own only ever takes away",
  "session.revoke-others": "ending sessions of one's own only ever takes away",
  "transfer.request": "moves a customer and what it pays: a fresh proof, like what moves money",
  "transfer.answer": "moves a customer and what it pays: a fresh proof, like what moves money",
  "account-export.begin": "it changes nothing, and shows what its reader sees page by page",
  "session.switch": "each account's own rights count there, and what asks for a proof goes on asking",
  "session.delete": "signing out only ever takes away",
  "password.change": "asks for the current password itself",
  "profile.update": "a name and a language open nothing",
  "session.prove": "is the proof",
  "notice.choose": "opens nothing",
  "wholesale.preview": "it changes nothing",
  "wholesale.start": "the one of a customer's owner is meant; nobody's money moves by an invoice",
  ...Object.fromEntries(
    [
      ...["list-offers", "preview", "create", "take-over"],
      ...["preview-change", "change", "cancel", "reactivate"],
    ].map((name) => [
      `subscription.${name}`,
      "the 1 of row 27 is a customer's own, whose people see what was bought and buy nothing themselves yet",
    ]),
  ),
  "gateway-account.check": "it asks Stripe how the account is",
  "connected-account.check": "it asks Stripe how the account is",
  "payout.preview": "it changes nothing",
  "payout.preview-bank-file": "it changes nothing",
  "payout.read-bank-file": "it changes nothing: a bank acts on it, for who may there",
  "second-factor.require":
    "row 2 has no 1; what weakens every sign-in is asked for like one's own second step",
};

interface Difference {
  more?: string;
  less?: string;
  why: string;
}

const noOperators = "operators sign in without a second step so far";
const noFinance =
  "finance reads its own part, and there is nothing of finance yet; the operator's part and customers' portal come later";
const plansOfResellers = {
  more: "RO RA",
  why: "row 10 in the same verb: resellers manage plans of their own (resellers/rules.ts)",
};
const agencysPlans = { less: "K", why: "moves money for many at once: people only" };
const planOfReseller = {
  less: "AS K",
  why: "row 11 gives support the contact only; a change of plan or type changes money, so people do it",
};
const ofUplines = (more: string) => ({
  more,
  why: "an upline does it with resellers of its own, within its ceiling; others have none",
});
const noCustomers = "customers' people have a page of their own account, and no list of others'";

/** Where policy.ts differs on purpose: who may more, who may less, and why. */
export const differences: Partial<Record<keyof typeof verbs, Difference>> = {
  ...Object.fromEntries(
    ["list", "read", "rows", "create", "check", "start", "remove"].map((name) => [
      `reseller-import.${name}`,
      { less: "K", why: "a file is a person's; programs create resellers one by one" },
    ]),
  ),
  ...Object.fromEntries(
    ["list", "read", "rows", "create", "check", "start", "remove"].map((name) => [
      `customer-import.${name}`,
      { less: "K", why: "a file is a person's; programs create customers one by one" },
    ]),
  ),
  ...Object.fromEntries(
    ["list", "read", "create", "update", "remove"].map((name) => [
      `reseller-draft.${name}`,
      { less: "K", why: "a draft is what one person has typed so far" },
    ]),
  ),
  "brand.read": {
    more: "AF RF",
    less: "K",
    why: "every page shows the brand to whoever is in; keys wait for a use",
  },
  "brand.update": {
    why: "row 2 gives AS no right to change the agency's own brand; one verb serves both rows",
  },
  "plan.list": {
    why: "row 9 and row 10 in one verb: what a reseller sees goes by its type (resellers/rules.ts)",
  },
  "plan.list-offered": {
    less: "AO AA AF AS AV RF RS RV K",
    why: "what an upline can give to a reseller it creates; an agency has plan.list",
  },
  "plan.create": plansOfResellers,
  "plan.update": plansOfResellers,
  "plan.publish": plansOfResellers,
  "plan.duplicate": plansOfResellers,
  "plan.archive": plansOfResellers,
  "plan.restore": plansOfResellers,
  ...Object.fromEntries(
    ["create", "preview", "activate", "deactivate"].map((name) => [`reseller.${name}`, ofUplines("RO RA")]),
  ),
  "login-domain.check": ofUplines("RO RA"),
  "reseller.update": ofUplines("RO RA RS"),
  "distributor.list": { less: "RO RA RF RS RV", why: "distributors are the agency's" },
  "distributor.read": { less: "RO RA RF RS RV", why: "distributors are the agency's" },
  "distributor.archive": { more: "AA", why: "archiving can be undone" },
  "distributor.restore": { more: "AA", why: "the way back from archiving" },
  "delegation.list": { less: "RO RA RF RS RV", why: "who has resellers of its own is the agency's to know" },
  "delegation.read": { less: "RO RA RF RS RV", why: "an upline sees what it may by what it is offered" },
  "delegation.set": { less: "AS K", why: "a ceiling is what row 12 does: owners and admins, in person" },
  "delegation.remove": { less: "AS K", why: "a ceiling is what row 12 does: owners and admins, in person" },
  "plan-migration.list": {
    less: "RO RA RF RS RV K",
    why: "a reseller sees the change that waits for itself, not whom else it concerns",
  },
  "plan-migration.preview": agencysPlans,
  "plan-migration.create": agencysPlans,
  "plan-migration.cancel": agencysPlans,
  "reseller.preview-plan": planOfReseller,
  "reseller.change-plan": planOfReseller,
  "reseller.keep-plan": planOfReseller,
  "reseller.preview-type": planOfReseller,
  "reseller.change-type": planOfReseller,
  "reseller.keep-type": planOfReseller,
  "reseller.archive": {
    more: "AA RO RA",
    why: "archiving can be undone for thirty days; uplines do it with their own resellers, within their ceiling",
  },
  "reseller.restore": { more: "AA RO RA", why: "the way back from archiving" },
  "invitation.resend": {
    less: "AS RS CO",
    why: "so far only the owners of resellers and distributors are invited",
  },
  "invitation.link": {
    less: "AS RS CO",
    why: "so far only the owners of resellers and distributors are invited",
  },
  "session.list-accounts": { less: "PO", why: "an operator is in no account" },
  "session.switch": { less: "PO", why: "an operator is in no account" },
  "transfer.answer": { more: "CO", why: "the customer's owner answers for it" },
  "transfer.list": { less: "CM K", why: "who answers for a side sees it; programs move no customers" },
  "transfer.read": { less: "CM K", why: "who answers for a side sees it; programs move no customers" },
  "account-export.begin": {
    more: "RO",
    why: "each owner takes away what is their own account's, and nothing goes",
  },
  "own-account.read": {
    less: "AO AA AF AS AV RO RA RF RS RV K",
    why: "a customer's own page; those above it have customer.read",
  },
  "own-account.list-invoices": {
    less: "AO AA AF AS AV RO RA RF RS RV K",
    why: "a customer's own page; those above it have invoice.list",
  },
  "customer.list": { less: "CO CM", why: noCustomers },
  "customer.read": { less: "CO CM", why: noCustomers },
  "customer.extend-claim": { less: "AS RO RA RS CO K", why: "the agency decides between its resellers" },
  "customer.update": { less: "CO", why: noCustomers },
  "clock.read": { less: "PO K", why: "the agency's own, on its page" },
  ...Object.fromEntries(
    ["read", "update", "check", "remove"].map((name) => [
      `gateway-account.${name}`,
      { less: "RO RF", why: "resellers' own accounts are connected-account.*" },
    ]),
  ),
  "connected-account.read": { less: "AO AA AF", why: "the agency's own account is gateway-account.*" },
  ...Object.fromEntries(
    ["connect", "check", "disconnect"].map((name) => [
      `connected-account.${name}`,
      { less: "AO AF", why: "the agency's own account is gateway-account.*" },
    ]),
  ),
  "payout.list": { more: "K", why: "programs reconcile what was paid out" },
  "payout.read": { more: "K", why: "programs reconcile what was paid out" },
  "commission-rate.set": {
    more: "RO RF",
    why: "a reseller may lower the rate of its own customer (features.md 2.13)",
  },
  "exchange-rate.list": { less: "RO RA RF", why: "each of their lines tells its own" },
  "payout-currency.read": { less: "RO RA RF", why: "each of their payouts tells its own" },
  "order.list": { less: "CO CM", why: noCustomers },
  "subscription.list": { less: "CO CM", why: noCustomers },
  "subscription.read": { less: "CO CM", why: noCustomers },
  "subscription.usage": { less: "CO CM", why: noCustomers },
  "subscription.list-offers": { less: "CO", why: noCustomers },
  "subscription.preview": { less: "CO", why: noCustomers },
  "subscription.create": { less: "CO", why: noCustomers },
  "subscription.take-over": { less: "CO", why: noCustomers },
  "subscription.cancel": { less: "CO", why: noCustomers },
  "subscription.reactivate": { less: "CO", why: noCustomers },
  "wholesale.read": { less: "RO RA RF RS RV CO CM", why: "what its agency charges a reseller for" },
  "wholesale.preview": { less: "AS RO RA RS CO", why: "an agency's terms with its resellers" },
  "wholesale.start": { less: "AS RO RA RS CO", why: "an agency's terms with its resellers" },
  "invoice.list": { less: "CO", why: noCustomers },
  "invoice.list-lines": { less: "CO", why: noCustomers },
  "invoice.read": { less: "CO", why: noCustomers },
  "invoice.print": { less: "CO", why: noCustomers },
  "payment-link.revoke": { less: "K", why: "takes back what somebody has been sent: people only" },
  "attention.list": {
    less: "CO CM K",
    why: "it leads to pages: customers have no portal of their own yet, and programs are told by webhooks",
  },
  "search.find": { less: "CO CM", why: noCustomers },
  "usage.quarantine": {
    more: "K",
    less: "RO RA RF RS RV CO",
    why: "what cannot be counted has no account to be shown to; who feeds it by key sees why",
  },
  "usage.overview": {
    less: "CO CM",
    why: "the cards add up resellers, those of an upline too; customers have none",
  },
  "usage.by-reseller": {
    less: "CO CM",
    why: "it compares resellers, those of an upline too; customers have none",
  },
  "usage.by-customer": { less: "CO CM", why: noCustomers },
  "usage.days": { less: "CO CM", why: noCustomers },
  "team.list": {
    more: "AF",
    why: "row 3 shows it the own team; resellers' teams stay closed to it in the verb",
  },
  "team.resend": { less: "AS RS CO", why: "row 19 lets support invite customers' people, not colleagues" },
  "team.link": { less: "AS RS CO", why: "row 19 lets support invite customers' people, not colleagues" },
  "session.prove": { less: "PO", why: noOperators },
  "second-factor.read": { less: "PO", why: noOperators },
  "second-factor.start": { less: "PO", why: noOperators },
  "second-factor.enable": { less: "PO", why: noOperators },
  "second-factor.disable": { less: "PO", why: noOperators },
  "second-factor.renew-codes": { less: "PO", why: noOperators },
  "notice.read": { less: "PO CO CM", why: "there are no notices for them" },
  "notice.choose": { less: "PO CO CM", why: "there are no notices for them" },
  "audit.list": { less: "PO AF RF CO", why: noFinance },
  "audit.read": { less: "PO AF RF CO", why: noFinance },
  "audit.verify": {
    less: "PO AF RO RA RF CO",
    why: "the chain is the agency's: a reseller sees its own entries and not the links between them",
  },
  "session.list": { less: "PO", why: "operators have no profile page yet" },
  "session.revoke": { less: "PO", why: "operators have no profile page yet" },
  "session.revoke-others": { less: "PO", why: "operators have no profile page yet" },
  "session.delete": { less: "PO", why: "operators sign out by operator-session.delete" },
  "password.change": { less: "PO", why: "operators get a new one-time link from the command line" },
  "profile.read": { less: "PO", why: "operators have no profile page yet" },
  "profile.update": { less: "PO", why: "operators have no profile page yet" },
};
