/** What becomes of a table's rows of a reseller: gone whole, kept whole for a reason, or column by column. */
export type TableFate = { rows: "deleted" } | { kept: string } | ColumnFates;

interface ColumnFates {
  /** Column -> the SQL expression that takes its place, over the row's own columns. */
  erased: Record<string, string>;
  /** Column -> why it stays. */
  kept: Record<string, string>;
}

const ours = "a word of ours, nobody's name";
const agencys = "the agency's own, nothing of a reseller";
const counted = "how much was used, by number and meter: what invoices rest on";
const sold = "what was sold, at which price: what invoices rest on";
const papers = "papers and books are kept with legal names until their retention date";
const number = "a gateway's or bank's number";

/**
 * The one list of what goes and what stays when a reseller is erased, with every text column of every tenant table; a
 * test holds it against the database. Rows are a reseller's where `reseller_id` says so, its customers' included.
 */
export const erasureMap: Record<string, TableFate> = {
  accounts: {
    erased: { name: "code", email: "null", external_id: "null" },
    kept: { kind: ours, code: "names the account from now on", country: ours, language: ours, status: ours },
  },
  resellers: {
    erased: {
      ...{ phone: "''", website: "null" },
      ...{ contact_name: "''", contact_email: "''", contact_phone: "''" },
    },
    kept: { type: ours, payout_currency: agencys },
  },
  brands: { erased: { support_email: "null" }, kept: { color: ours } },
  hostnames: {
    erased: { state: "'retired'" },
    kept: { host: "stays reserved, so that nobody takes over old links", kind: ours },
  },
  users: {
    erased: { email: "id || '@erased.invalid'", name: "''", status: "'disabled'" },
    kept: { language: ours },
  },
  memberships: { erased: { state: "'removed'" }, kept: { role: ours } },
  invitations: { erased: { email: "id || '@erased.invalid'" }, kept: { role: ours } },
  mails: {
    erased: { recipient: "''", sender: "null", subject: "null", html: "null", text: "null" },
    kept: { kind: ours, state: ours, provider_id: "the mail service's number", failure: ours },
  },
  api_keys: {
    erased: { name: "prefix", last_used_ip: "null" },
    kept: {
      prefix: "names the key in the log",
      secret_hash: "opens nothing: the key is revoked",
      previous_secret_hash: "opens nothing: the key is revoked",
      scopes: ours,
    },
  },
  tokens: {
    kept: "hashes of links; what they belong to is revoked, and the worker removes them",
  },
  sessions: { rows: "deleted" },
  passwords: { rows: "deleted" },
  second_factors: { rows: "deleted" },
  recovery_codes: { rows: "deleted" },
  webhook_attempts: { rows: "deleted" },
  webhook_deliveries: { rows: "deleted" },
  webhook_endpoints: { rows: "deleted" },

  customers: { erased: { address: "''", tax_id: "null" }, kept: { type: ours } },
  legal_entities: {
    erased: { name: "account_id::text", address: "''", tax_id: "null", iban: "null", bic: "null" },
    kept: { country: ours },
  },
  test_gateway_calls: { rows: "deleted" },
  gateway_accounts: { rows: "deleted" },
  connected_accounts: { rows: "deleted" },
  refunds: { erased: { reason: "'-'" }, kept: { currency: ours, state: ours, failure: ours } },
  payments: {
    erased: { payer_email: "null" },
    kept: { kind: ours, provider: ours, reference: number, currency: ours },
  },
  payment_events: {
    erased: { payer_email: "null" },
    kept: {
      ...{ provider: ours, event_id: number, kind: ours, currency: ours, reference: number, outcome: ours },
      of_payment: number,
    },
  },
  invoices: { kept: papers },
  invoice_lines: { kept: papers },
  invoice_states: { kept: papers },
  dunnings: { erased: { paused_why: "case when paused_why is not null then '-' end" }, kept: {} },
  invoice_numbers: { kept: papers },
  overages: { kept: papers },

  subscriptions: { kept: sold },
  orders: { kept: sold },
  commission_rates: { kept: sold },
  commissions: { kept: papers },
  commission_disputes: { kept: "why a commission came to what it did: belongs to the books" },
  ledger_transfers: { kept: papers },
  payouts: { kept: papers },
  exchange_rates: { kept: agencys },
  transfers: { kept: "who gave a customer to whom: the other sides' papers rest on it" },

  audit_entries: { kept: "evidence in a sealed chain, which a change would break" },
  audit_heads: { kept: "the chain's end" },
  audit_seals: { kept: "the chain's links" },
  plans: { kept: sold },
  plan_changes: { kept: sold },
  type_changes: { kept: sold },
  plan_meters: { kept: sold },
  plan_overages: { kept: sold },
  plan_prices: { kept: sold },
  plan_migrations: { kept: agencys },
  distributors: { kept: "an upline's contact, nothing of a reseller" },
  delegations: { kept: "the ceiling over an upline, nothing personal" },
  allowance_pools: { kept: counted },
  allowances: { kept: counted },
  usage_days: { kept: counted },
  usage_deltas: { kept: counted },
  usage_events: { kept: counted },
  usage_gauges: { kept: counted },
  usage_reservations: { kept: counted },
  usage_quarantine: { kept: "belongs to no account yet, and goes after its days" },
  webhook_caps: { kept: counted },
  usage_caps: { kept: counted },
  notice_choices: { kept: "which mails were wanted; whose is no longer said" },
  idempotency_keys: { kept: "sealed answers, gone after a day" },
  throttles: { kept: "counts of tries, gone within the hour" },
  agencies: { kept: agencys },
  bulk_items: { kept: "a number and a code of ours" },
  bulk_runs: { kept: agencys },
  meters: { kept: agencys },
  features: { kept: agencys },
  feature_releases: { kept: "a rule in words of ours, of an account that asks for nothing any more" },
  saved_views: { kept: agencys },
  reseller_imports: { kept: agencys },
  customer_imports: { kept: "a file's name and columns, gone within thirty days" },
  customer_import_rows: {
    kept: "cells go as soon as their customer is created, and the file within thirty days",
  },
  reseller_drafts: { kept: "of no reseller yet: goes when one is made of it, or after thirty days" },
  reseller_import_rows: {
    kept: "cells go as soon as their reseller is created, and the file within thirty days",
  },
};
