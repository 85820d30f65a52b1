/**
 * The authorization matrix as it was agreed, for what exists of it here, copied by hand and never generated: policy.ts
 * is held against it. R read, C create, U update, D deactivate or revoke, X delete for good, 1 step-up. "own" and "c" are
 * conditions beyond the row; they are named where they make a difference.
 */
export const columns = "PO AO AA AF AS AV RO RA RF RS RV CO CM K".split(" ");

/** One line per row of the matrix; cells in the order of `columns`. */
export const rows: Record<string, string> = {
  "1 Agencies": "RCUD - - - - - - - - - - - - -",
  "2 Agency settings, brand": "R RU RU R R R - - - - - - - R",
  "3 Agency members, roles": "R RCUD1 RCUD1 R R R - - - - - - - -",
  "5 API keys": "- RCD1 RCD1 - - - RCD1 RCD1 - - - - - -",
  "6 Webhook endpoints (secret write-only)": "- RCUD1 RCUD1 - R - RCUD1 RCUD1 - R - - - -",
  "9 Agency plans": "- RCUD RCUD R R R R R R R R - - RCU",
  "11 Resellers: create, edit": "- RCU RCU R RU R R R R R R - - RCU",
  "12 Reseller activate/deactivate": "- D D - - - - - - - - - - -",
  "14 Reseller permanent delete": "- X1 - - - - - - - - - - - -",
  "15 Reseller members, roles": "- RCUD1 RCUD1 - R R RCUD1 RCUD1 R R R - - -",
  "16 Reseller brand": "- RU RU - RU R RU RU - R R - - R",
  "19 Invitations": "- RCD RCD - RCD - RCD RCD - RCD - RCD - -",
  "25 Customers": "- RCUD RCUD R RU R RCUD RCUD R RCU R RU R RCU",
  "31 Usage events": "- RC RC R R R R R R R R R - C",
  "32 Usage overview, reports": "- R R R R R R R R R R R R R",
  "34 Audit log": "R R R R R - R R R - - R - R",
  "38a Saved views of a list": "- RCD RCD RCD RCD RCD - - - - - - - -",
  "38 Own profile, password, MFA, sessions": "RU1 RU1 RU1 RU1 RU1 RU1 RU1 RU1 RU1 RU1 RU1 RU1 RU1 -",
};

/** Which row and which letter each verb falls under. */
export const verbs = {
  "agency.list": ["1", "R"],
  "agency.create": ["1", "C"],
  "agency.suspend": ["1", "D"],
  "agency.reopen": ["1", "U"],
  "brand.read": ["16", "R"],
  "brand.update": ["16", "U"],
  "api-key.list": ["5", "R"],
  "api-key.read": ["5", "R"],
  "api-key.create": ["5", "C"],
  "api-key.rotate": ["5", "C"],
  "api-key.revoke": ["5", "D"],
  "webhook.list": ["6", "R"],
  "webhook.read": ["6", "R"],
  "webhook.create": ["6", "C"],
  "webhook.update": ["6", "U"],
  "webhook.enable": ["6", "U"],
  "webhook.disable": ["6", "D"],
  "webhook.rotate": ["6", "U"],
  "webhook.remove": ["6", "D"],
  "webhook.ping": ["6", "U"],
  "webhook.replay-failed": ["6", "U"],
  "webhook-delivery.list": ["6", "R"],
  "webhook-delivery.read": ["6", "R"],
  "webhook-delivery.replay": ["6", "U"],
  "plan.list": ["9", "R"],
  "plan.read": ["9", "R"],
  "plan.create": ["9", "C"],
  "plan.update": ["9", "U"],
  "plan.publish": ["9", "U"],
  "plan.duplicate": ["9", "C"],
  "plan.archive": ["9", "D"],
  "plan.restore": ["9", "D"],
  "plan-migration.list": ["9", "R"],
  "plan-migration.preview": ["9", "U"],
  "plan-migration.create": ["9", "U"],
  "plan-migration.cancel": ["9", "U"],
  "reseller.list": ["11", "R"],
  "reseller.countries": ["11", "R"],
  "reseller.read": ["11", "R"],
  "reseller.create": ["11", "C"],
  "login-domain.check": ["11", "C"],
  "reseller.update": ["11", "U"],
  "reseller.preview-plan": ["11", "U"],
  "reseller.change-plan": ["11", "U"],
  "reseller.keep-plan": ["11", "U"],
  "reseller.activate": ["12", "D"],
  "reseller.deactivate": ["12", "D"],
  "bulk-run.preview": ["12", "D"],
  "bulk-run.start": ["12", "D"],
  "bulk-run.read": ["12", "D"],
  "reseller.archive": ["14", "X"],
  "reseller.restore": ["14", "X"],
  "invitation.resend": ["19", "C"],
  "invitation.link": ["19", "C"],
  "team.list": ["15", "R"],
  "team.read": ["15", "U"],
  "team.invite": ["15", "C"],
  "team.resend": ["19", "C"],
  "team.link": ["19", "C"],
  "team.change-role": ["15", "U"],
  "team.disable": ["15", "D"],
  "team.enable": ["15", "U"],
  "team.remove": ["15", "D"],
  "team.end-sessions": ["15", "U"],
  "second-factor.require": ["2", "U"],
  "customer.list": ["25", "R"],
  "customer.read": ["25", "R"],
  "customer.create": ["25", "C"],
  "usage.ingest": ["31", "C"],
  "usage.decide": ["31", "C"],
  "usage.quarantine": ["31", "R"],
  "usage.overview": ["32", "R"],
  "usage.by-reseller": ["32", "R"],
  "usage.days": ["32", "R"],
  "access.read": ["11", "R"],
  "audit.list": ["34", "R"],
  "audit.read": ["34", "R"],
  "audit.verify": ["34", "R"],
  "saved-view.list": ["38a", "R"],
  "saved-view.create": ["38a", "C"],
  "saved-view.remove": ["38a", "D"],
  "session.list": ["38", "R"],
  "session.revoke": ["38", "U"],
  "session.revoke-others": ["38", "U"],
  "session.delete": ["38", "U"],
  "password.change": ["38", "U"],
  "profile.read": ["38", "R"],
  "profile.update": ["38", "U"],
  "session.prove": ["38", "U"],
  "second-factor.read": ["38", "R"],
  "second-factor.start": ["38", "R"],
  "second-factor.enable": ["38", "U"],
  "second-factor.disable": ["38", "U"],
  "second-factor.renew-codes": ["38", "U"],
  "notice.read": ["38", "R"],
  "notice.choose": ["38", "U"],
} as const;

/** Where a verb of a row marked 1 asks for no fresh proof, or one of another row does, and why. */
export const stepUpDifferences: Partial<Record<keyof typeof verbs, string>> = {
  "reseller.archive": "archiving can be undone for thirty days; deleting for good comes later",
  "reseller.restore": "the way back from archiving",
  "webhook.ping": "sends nothing of anybody's, to an address that was proven for",
  "webhook.replay-failed": "sends what was sent before, to an address that was proven for",
  "webhook-delivery.replay": "sends what was sent before, to an address that was proven for",
  "team.read": "it changes nothing",
  "session.revoke": "ending a session of one's own only ever takes away",
  "session.revoke-others": "ending sessions of one's own only ever takes away",
  "session.delete": "signing out only ever takes away",
  "password.change": "asks for the current password itself",
  "profile.update": "a name and a language open nothing",
  "session.prove": "is the proof",
  "notice.choose": "opens nothing",
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
  less: "K",
  why: "row 10 in the same verb: resellers manage plans of their own (resellers/rules.ts); keys read plans so far",
};
const agencysPlans = { less: "K", why: "moves money for many at once: people only" };
const planOfReseller = {
  less: "AS K",
  why: "row 11 gives support the contact only; a change of plan changes money, so people do it",
};
const noCustomers = "customers' people have no portal of their own yet";

/** Where policy.ts differs on purpose: who may more, who may less, and why. */
export const differences: Partial<Record<keyof typeof verbs, Difference>> = {
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
  "plan.create": plansOfResellers,
  "plan.update": plansOfResellers,
  "plan.publish": plansOfResellers,
  "plan.duplicate": plansOfResellers,
  "plan.archive": { more: "RO RA", why: plansOfResellers.why },
  "plan.restore": { more: "RO RA", why: plansOfResellers.why },
  "reseller.list": {
    less: "RO RA RF RS RV",
    why: "a reseller reads itself by id; a list of one says nothing",
  },
  "reseller.countries": {
    less: "RO RA RF RS RV",
    why: "for narrowing the list, which is the agency's",
  },
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
  "reseller.archive": {
    more: "AA",
    why: "archiving can be undone for thirty days; deleting for good comes later",
  },
  "reseller.restore": { more: "AA", why: "the way back from archiving" },
  "invitation.resend": { less: "AS RO RA RS CO", why: "so far only resellers' owners are invited" },
  "invitation.link": { less: "AS RO RA RS CO", why: "so far only resellers' owners are invited" },
  "customer.list": { less: "CO CM", why: noCustomers },
  "customer.read": { less: "CO CM", why: noCustomers },
  "usage.quarantine": {
    more: "K",
    less: "RO RA RF RS RV CO",
    why: "what cannot be counted has no account to be shown to; who feeds it by key sees why",
  },
  "usage.overview": {
    less: "RO RA RF RS RV CO CM",
    why: "the cards add up all resellers; others read usage.days",
  },
  "usage.by-reseller": {
    less: "RO RA RF RS RV CO CM",
    why: "it compares resellers; others read usage.days",
  },
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
