import type { KeyScope } from "./key-scopes.ts";
import { ofMoney } from "./policy-money.ts";
import { everyAgency, everyone, everyReseller, type Row } from "./policy-row.ts";

/**
 * Who may do what: one row per verb, read top to bottom. `people` names principals (roles.ts) plus `anonymous` and
 * `PO` (platform operator). `key` is the API key scope that opens the verb, within its creator's rights now; a verb
 * without one is closed to keys. Below the agency, verbs of resellers are about those an upline has beneath it, as far as
 * its delegation goes (delegations/rules.ts). `stepUp` verbs ask a person for a proof again when their session's last one is older
 * than five minutes. Which records a principal reaches is not said here: the database's scope says it.
 * Tests, the API's description and the pages' hiding of actions are generated from this table.
 */

export const policy = {
  "session.create": { people: "anonymous" },
  "session.delete": { people: everyone },
  "session.list": { people: everyone },
  "session.revoke": { people: everyone },
  "session.revoke-others": { people: everyone },
  "session.prove": { people: everyone },
  "session.list-accounts": { people: everyone },
  "session.switch": { people: everyone },
  "second-step.pass": { people: "anonymous" },
  "password.forgot": { people: "anonymous" },
  "password.reset": { people: "anonymous" },
  "password.change": { people: everyone },
  "profile.read": { people: everyone },
  "profile.update": { people: everyone },
  "second-factor.read": { people: everyone },
  "second-factor.start": { people: everyone },
  "second-factor.enable": { people: everyone, stepUp: true },
  "second-factor.disable": { people: everyone, stepUp: true },
  "second-factor.renew-codes": { people: everyone, stepUp: true },
  "second-factor.require": { people: "AO AA", stepUp: true },
  "notice.read": { people: `${everyAgency} ${everyReseller}` },
  "notice.choose": { people: `${everyAgency} ${everyReseller}` },

  "invitation.open": { people: `anonymous ${everyone}` },
  "invitation.accept": { people: `anonymous ${everyone}` },
  "invitation.ask": { people: `anonymous ${everyone}` },
  "invitation.resend": { people: "AO AA RO RA" },
  "invitation.link": { people: "AO AA RO RA" },

  "operator.setup": { people: "anonymous" },
  "operator-session.create": { people: "anonymous" },
  "operator-session.delete": { people: "PO" },
  "agency.list": { people: "PO" },
  "agency.create": { people: "PO" },
  "agency.suspend": { people: "PO" },
  "agency.reopen": { people: "PO" },
  "mail.list": { people: "PO" },
  "mail.read": { people: "PO" },
  // Anonymous in demo mode only: an installation on somebody's own machine, which greets before anybody can sign in.
  "demo.read": { people: "anonymous PO" },
  "demo.start": { people: "anonymous PO" },
  "demo.remove": { people: "anonymous PO" },

  "reseller.list": { people: `${everyAgency} ${everyReseller}`, key: "resellers:read" },
  "reseller.countries": { people: `${everyAgency} ${everyReseller}`, key: "resellers:read" },
  "reseller.read": { people: `${everyAgency} ${everyReseller}`, key: "resellers:read" },
  "reseller.create": { people: "AO AA RO RA", key: "resellers:write" },
  "reseller.preview": { people: "AO AA RO RA", key: "resellers:write" },
  "reseller.update": { people: "AO AA AS RO RA RS", key: "resellers:write" },
  "reseller.activate": { people: "AO AA RO RA" },
  "reseller.deactivate": { people: "AO AA RO RA" },
  "reseller.archive": { people: "AO AA RO RA" },
  "reseller.restore": { people: "AO AA RO RA" },
  "reseller.preview-type": { people: "AO AA" },
  "reseller.change-type": { people: "AO AA" },
  "reseller.keep-type": { people: "AO AA" },
  "reseller.preview-erasure": { people: "AO" },
  "reseller.export": { people: "AO" },
  "reseller.erase": { people: "AO", stepUp: true },
  "distributor.list": { people: everyAgency, key: "resellers:read" },
  "distributor.read": { people: everyAgency, key: "resellers:read" },
  "distributor.create": { people: "AO AA", key: "resellers:write" },
  "distributor.update": { people: "AO AA AS", key: "resellers:write" },
  "distributor.activate": { people: "AO AA" },
  "distributor.deactivate": { people: "AO AA" },
  "distributor.archive": { people: "AO AA" },
  "distributor.restore": { people: "AO AA" },
  "delegation.list": { people: everyAgency, key: "resellers:read" },
  "delegation.read": { people: everyAgency, key: "resellers:read" },
  "delegation.set": { people: "AO AA" },
  "delegation.remove": { people: "AO AA" },
  "bulk-run.preview": { people: "AO AA" },
  "bulk-run.start": { people: "AO AA" },
  "bulk-run.read": { people: "AO AA" },
  "reseller-draft.list": { people: "AO AA" },
  "reseller-draft.read": { people: "AO AA" },
  "reseller-draft.create": { people: "AO AA" },
  "reseller-draft.update": { people: "AO AA" },
  "reseller-draft.remove": { people: "AO AA" },
  "reseller-import.list": { people: "AO AA" },
  "reseller-import.read": { people: "AO AA" },
  "reseller-import.rows": { people: "AO AA" },
  "reseller-import.create": { people: "AO AA" },
  "reseller-import.check": { people: "AO AA" },
  "reseller-import.start": { people: "AO AA" },
  "reseller-import.remove": { people: "AO AA" },
  "reseller.preview-plan": { people: "AO AA" },
  "reseller.change-plan": { people: "AO AA" },
  "reseller.keep-plan": { people: "AO AA" },
  "login-domain.check": { people: "AO AA RO RA", key: "resellers:write" },

  "saved-view.list": { people: everyAgency },
  "saved-view.create": { people: everyAgency },
  "saved-view.remove": { people: everyAgency },
  "team.list": { people: `${everyAgency} ${everyReseller}` },
  "team.read": { people: "AO AA RO RA" },
  "team.invite": { people: "AO AA RO RA", stepUp: true },
  "team.resend": { people: "AO AA RO RA" },
  "team.link": { people: "AO AA RO RA" },
  "team.change-role": { people: "AO AA RO RA", stepUp: true },
  "team.disable": { people: "AO AA RO RA", stepUp: true },
  "team.enable": { people: "AO AA RO RA", stepUp: true },
  "team.remove": { people: "AO AA RO RA", stepUp: true },
  "team.end-sessions": { people: "AO AA RO RA", stepUp: true },

  "brand.read": { people: `${everyAgency} ${everyReseller}` },
  "brand.update": { people: "AO AA AS RO RA" },

  "plan.list": { people: `${everyAgency} ${everyReseller}`, key: "plans:read" },
  "plan.read": { people: `${everyAgency} ${everyReseller}`, key: "plans:read" },
  "plan.list-offered": { people: "RO RA" },
  "plan.create": { people: "AO AA RO RA", key: "plans:write" },
  "plan.update": { people: "AO AA RO RA", key: "plans:write" },
  "plan.publish": { people: "AO AA RO RA", key: "plans:write" },
  "plan.duplicate": { people: "AO AA RO RA", key: "plans:write" },
  "plan.archive": { people: "AO AA RO RA" },
  "plan.restore": { people: "AO AA RO RA" },
  "plan-migration.list": { people: everyAgency },
  "plan-migration.preview": { people: "AO AA" },
  "plan-migration.create": { people: "AO AA" },
  "plan-migration.cancel": { people: "AO AA" },

  // A reseller's people see what is released to it, and release that to their customers.
  "feature.list": { people: `${everyAgency} ${everyReseller}` },
  "feature.read": { people: `${everyAgency} ${everyReseller}` },
  "feature.list-accounts": { people: `${everyAgency} ${everyReseller}` },
  "feature.of-account": { people: `${everyAgency} ${everyReseller}` },
  "feature.create": { people: "AO AA" },
  "feature.update": { people: "AO AA" },
  "feature.archive": { people: "AO AA" },
  "feature.restore": { people: "AO AA" },
  "feature.preview-release": { people: "AO AA RO RA" },
  "feature.release": { people: "AO AA RO RA" },
  "feature.preview-withdrawal": { people: "AO AA RO RA" },
  "feature.withdraw": { people: "AO AA RO RA" },
  "feature.choose": { people: "AO AA RO RA" },
  "allowance.list": { people: `${everyAgency} ${everyReseller}`, key: "usage:read" },
  "allowance.read": { people: `${everyAgency} ${everyReseller}`, key: "usage:read" },
  "allowance.preview": { people: "AO AA RO RA" },
  "allowance.set": { people: "AO AA RO RA" },
  "allowance.return": { people: "AO AA RO RA" },
  "allowance.remove": { people: "AO AA RO RA" },
  "allowance-pool.update": { people: "AO AA RO RA" },

  "customer.list": { people: `${everyAgency} ${everyReseller}`, key: "customers:read" },
  "customer.read": { people: `${everyAgency} ${everyReseller}`, key: "customers:read" },
  "customer.create": { people: "AO AA RO RA RS", key: "customers:write" },
  "customer.update": { people: "AO AA AS RO RA RS", key: "customers:write" },
  // Between an agency's resellers it is the agency that decides.
  "customer.extend-claim": { people: "AO AA" },
  "customer.activate": { people: "AO AA RO RA" },
  "customer.deactivate": { people: "AO AA RO RA" },

  // A file makes what customer.create and subscription.take-over make, row by row.
  "customer-import.list": { people: "AO AA RO RA RS" },
  "customer-import.read": { people: "AO AA RO RA RS" },
  "customer-import.rows": { people: "AO AA RO RA RS" },
  "customer-import.create": { people: "AO AA RO RA RS" },
  "customer-import.check": { people: "AO AA RO RA RS" },
  "customer-import.start": { people: "AO AA RO RA RS" },
  "customer-import.remove": { people: "AO AA RO RA RS" },

  // Each side answers for itself, the customer's owner for the customer.
  "transfer.preview": { people: "AO AA RO RA" },
  "transfer.request": { people: "AO AA RO RA", stepUp: true },
  "transfer.list": { people: `${everyAgency} ${everyReseller} CO` },
  "transfer.read": { people: `${everyAgency} ${everyReseller} CO` },
  "transfer.answer": { people: "AO AA RO RA CO", stepUp: true },

  // All there is, in one file: an owner's alone.
  "account-export.begin": { people: "AO RO" },

  // A customer's people see their own account alone; what it owes is its owner's.
  "own-account.read": { people: "CO CM" },
  "own-account.list-invoices": { people: "CO" },

  ...ofMoney,

  "clock.read": { people: everyAgency },
  "clock.move": { people: "AO AA" },

  "attention.list": { people: `${everyAgency} ${everyReseller}` },
  "search.find": { people: `${everyAgency} ${everyReseller}`, key: "customers:read" },

  "usage.ingest": { people: "AO AA", key: "usage:ingest" },
  "usage.decide": { people: "AO AA", key: "usage:ingest" },
  "usage.overview": { people: `${everyAgency} ${everyReseller}`, key: "usage:read" },
  "usage.by-reseller": { people: `${everyAgency} ${everyReseller}`, key: "usage:read" },
  "usage.by-customer": { people: `${everyAgency} ${everyReseller}`, key: "usage:read" },
  "usage.days": { people: `${everyAgency} ${everyReseller}`, key: "usage:read" },
  "usage.quarantine": { people: everyAgency, key: "usage:read" },

  "access.read": { people: `${everyAgency} ${everyReseller}`, key: "access:read" },

  "audit.list": { people: "AO AA AS RO RA", key: "audit:read" },
  "audit.read": { people: "AO AA AS RO RA", key: "audit:read" },
  "audit.verify": { people: "AO AA AS", key: "audit:read" },

  "webhook.list": { people: "AO AA AS RO RA RS" },
  "webhook.read": { people: "AO AA AS RO RA RS" },
  "webhook.create": { people: "AO AA RO RA", stepUp: true },
  "webhook.update": { people: "AO AA RO RA", stepUp: true },
  "webhook.enable": { people: "AO AA RO RA", stepUp: true },
  "webhook.disable": { people: "AO AA RO RA", stepUp: true },
  "webhook.rotate": { people: "AO AA RO RA", stepUp: true },
  "webhook.remove": { people: "AO AA RO RA", stepUp: true },
  "webhook.ping": { people: "AO AA RO RA" },
  "webhook.replay-failed": { people: "AO AA RO RA" },
  "webhook-delivery.list": { people: "AO AA AS RO RA RS" },
  "webhook-delivery.read": { people: "AO AA AS RO RA RS" },
  "webhook-delivery.replay": { people: "AO AA RO RA" },

  "api-key.list": { people: "AO AA RO RA" },
  "api-key.read": { people: "AO AA RO RA" },
  "api-key.create": { people: "AO AA RO RA", stepUp: true },
  "api-key.rotate": { people: "AO AA RO RA", stepUp: true },
  "api-key.revoke": { people: "AO AA RO RA", stepUp: true },
} as const satisfies Record<string, Row>;

export type VerbName = keyof typeof policy;

const allowed = new Map<string, ReadonlySet<string>>(
  Object.entries(policy).map(([verb, row]) => [verb, new Set(row.people.split(" "))]),
);

/** May this principal use this verb at all? */
export function principalMay(verb: VerbName, principal: string): boolean {
  return allowed.get(verb)?.has(principal) ?? false;
}

/** The key scope that opens a verb, or undefined when keys may never use it. */
export function keyScopeOf(verb: VerbName): KeyScope | undefined {
  const row: Row = policy[verb];
  return row.key;
}

/** Does this verb ask a person for a fresh proof of who they are? Keys are not asked: they cannot answer. */
export function needsProof(verb: VerbName): boolean {
  const row: Row = policy[verb];
  return row.stepUp === true;
}
