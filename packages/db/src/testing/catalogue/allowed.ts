/**
 * Everything the database's rules make an exception for. A rule also fails on an exception nobody uses any more, so
 * this list is exactly what there is.
 */
export const scopeRoles = [
  "tn_agency",
  "tn_distributor",
  "tn_upline",
  "tn_reseller",
  "tn_customer",
  "tn_vendor",
];
export const loginRoles = ["tn_web", "tn_worker"];

/** Host -> tenant has to be unique across agencies: a reference table without foreign keys (data.md). */
export const referenceTables = ["hostnames"];

/** What tn_definer reads past the tenant, for its functions that start from a host or serve the operator. */
export const definerReads: Record<string, string> = {
  hostnames: "true",
  agencies: "true",
  mails: "true",
  usage_deltas: "true",
  reseller_counts: "true",
  accounts: "(kind = 'agency'::text)",
  plan_changes: "true",
  type_changes: "true",
  webhook_deliveries: "true",
  webhook_endpoints: "true",
  subscriptions: "true",
  dunnings: "true",
  leak_checks: "true",
  transfers: "true",
  test_gateway_calls: "true",
};

/**
 * Where a distributor sees its resellers' rows beside its own: what is added up and shared out. Elsewhere it sees itself;
 * what it does with its resellers runs in the upline scope.
 */
export const subtrees = [
  "accounts",
  "resellers",
  "customers",
  "usage_events",
  "usage_days",
  "usage_caps",
  "usage_deltas",
  "usage_reservations",
  "allowances",
  "allowance_pools",
];

/** Where it writes rows that are its resellers' to read. */
export const writtenBeneath = ["audit_entries"];

/**
 * tn_search owns the two functions that read the trigram index, which row security would keep it from. It sees the
 * listed columns of the one table, of every agency; the functions bound them.
 */
export const searchReads = {
  table: "accounts",
  columns: ["agency_id", "id", "kind", "reseller_id", "search"],
};

/** Who may remove rows. tn_definer's are the demo's removal, the only function that may (0009_demo.sql). */
export const deletes: Record<string, string[]> = {
  sessions: ["tn_agency", "tn_distributor", "tn_reseller"],
  passwords: ["tn_agency", "tn_distributor", "tn_reseller"],
  second_factors: ["tn_agency", "tn_distributor", "tn_reseller"],
  recovery_codes: ["tn_agency", "tn_distributor", "tn_reseller"],
  throttles: ["tn_agency", "tn_distributor", "tn_reseller"],
  usage_deltas: ["tn_agency"],
  usage_quarantine: ["tn_agency"],
  saved_views: ["tn_agency"],
  usage_caps: ["tn_agency"],
  allowances: ["tn_agency", "tn_distributor", "tn_reseller"],
  plan_audiences: ["tn_agency"],
  delegations: ["tn_agency"],
  reseller_drafts: ["tn_agency"],
  reseller_imports: ["tn_agency"],
  reseller_import_rows: ["tn_agency"],
  customer_imports: ["tn_agency", "tn_reseller"],
  customer_import_rows: ["tn_agency", "tn_reseller"],
  feature_exceptions: ["tn_agency", "tn_reseller"],
  webhook_endpoints: ["tn_agency", "tn_distributor", "tn_reseller"],
  webhook_deliveries: ["tn_agency", "tn_distributor", "tn_reseller"],
  webhook_attempts: ["tn_agency", "tn_distributor", "tn_reseller"],
  gateway_accounts: ["tn_agency"],
  connected_accounts: ["tn_agency"],
  test_gateway_calls: ["tn_agency"],
  operator_sessions: ["tn_operator"],
  operator_throttles: ["tn_operator"],
  operator_idempotency_keys: ["tn_operator"],
  workers: ["tn_worker"],
  waiting_jobs: ["tn_worker"],
};

/** Tables of the installation that the worker keeps for itself; all others of the schema are the operator's. */
export const workersOwn = ["workers", "waiting_jobs"];

const people = ["tn_agency", "tn_distributor", "tn_reseller"];

/** SECURITY DEFINER functions: as whom they run and who may call them. "tables" is the tables' owner. */
export const definers: Record<
  string,
  { owner: "tn_definer" | "tn_search" | "tn_worker" | "tn_operator" | "tables"; callers: string[] }
> = {
  enqueue: { owner: "tn_worker", callers: [...people, "tn_upline", "tn_customer", "tn_definer"] },
  ensure_usage_partitions: { owner: "tables", callers: ["tn_worker"] },
  sweep_expired: { owner: "tn_definer", callers: ["tn_worker"] },
  sweep_operators: { owner: "tn_operator", callers: ["tn_definer"] },
  sweep_idempotency_keys: { owner: "tn_definer", callers: ["tn_worker"] },
  sweep_operator_keys: { owner: "tn_operator", callers: ["tn_definer"] },
  audit_waiting: { owner: "tn_definer", callers: ["tn_worker"] },
  audit_to_seal: { owner: "tn_definer", callers: ["tn_worker"] },
  audit_seal: { owner: "tn_definer", callers: ["tn_worker"] },
  usage_waiting: { owner: "tn_definer", callers: ["tn_worker"] },
  webhooks_due: { owner: "tn_definer", callers: ["tn_worker"] },
  sweep_webhooks: { owner: "tn_definer", callers: ["tn_worker"] },
  sweep_reseller_drafts: { owner: "tn_definer", callers: ["tn_worker"] },
  sweep_customer_imports: { owner: "tn_definer", callers: ["tn_worker"] },
  sweep_reseller_imports: { owner: "tn_definer", callers: ["tn_worker"] },
  plan_changes_due: { owner: "tn_definer", callers: ["tn_worker"] },
  type_changes_due: { owner: "tn_definer", callers: ["tn_worker"] },
  plans_beneath: { owner: "tn_definer", callers: ["tn_upline"] },
  gauge_beneath: { owner: "tn_definer", callers: ["tn_upline"] },
  plan_limits_beneath: { owner: "tn_definer", callers: ["tn_distributor"] },
  published_plans: { owner: "tn_definer", callers: ["tn_distributor", "tn_reseller"] },
  released_features: { owner: "tn_definer", callers: ["tn_distributor", "tn_reseller"] },
  open_request: { owner: "tn_definer", callers: ["tn_web"] },
  renew_session: { owner: "tn_definer", callers: ["tn_web"] },
  touch_key: { owner: "tn_definer", callers: ["tn_web"] },
  newest_migration: { owner: "tn_definer", callers: ["tn_web"] },
  search_accounts: { owner: "tn_search", callers: ["tn_agency"] },
  search_own_accounts: { owner: "tn_search", callers: ["tn_reseller"] },
  search_beneath: { owner: "tn_definer", callers: ["tn_distributor", "tn_reseller"] },
  transfer_facts: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  partner_of_code: { owner: "tn_definer", callers: ["tn_reseller"] },
  request_transfer: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  transfers_here: { owner: "tn_definer", callers: ["tn_agency", "tn_customer", "tn_reseller"] },
  answer_transfer: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  move_customer: { owner: "tn_definer", callers: ["tn_agency"] },
  test_gateway_calls_waiting: { owner: "tn_definer", callers: ["tn_worker"] },
  transfers_open: { owner: "tn_definer", callers: ["tn_worker"] },
  change_customer: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  customer_claimed: { owner: "tn_definer", callers: ["tn_reseller"] },
  set_customer_status: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  next_invoice_number: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  book_transfers: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  gateway_account: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  seller_account: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  seller_on_paper: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  taxed_prices: { owner: "tn_definer", callers: [...people, "tn_upline", "tn_customer"] },
  front: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  metered_terms: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  sellable_plans: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  rates_of: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  lower_rate: { owner: "tn_definer", callers: ["tn_reseller"] },
  close_invoice: { owner: "tn_definer", callers: ["tn_agency", "tn_reseller"] },
  leak_checks_due: { owner: "tn_definer", callers: ["tn_worker"] },
  dunnings_due: { owner: "tn_definer", callers: ["tn_worker"] },
  subscriptions_due: { owner: "tn_definer", callers: ["tn_worker"] },
  host_taken: { owner: "tn_definer", callers: ["tn_agency", "tn_upline"] },
  may_invite: { owner: "tn_definer", callers: people },
  queue_notice: { owner: "tn_definer", callers: [...people, "tn_upline"] },
  platform_agencies: { owner: "tn_definer", callers: ["tn_operator"] },
  platform_create_agency: { owner: "tn_definer", callers: ["tn_operator"] },
  platform_set_agency_status: { owner: "tn_definer", callers: ["tn_operator"] },
  platform_outbox: { owner: "tn_definer", callers: ["tn_operator"] },
  platform_mail: { owner: "tn_definer", callers: ["tn_operator"] },
  platform_remove_demo: { owner: "tn_definer", callers: ["tn_operator"] },
  platform_demo_contents: { owner: "tn_definer", callers: ["tn_operator"] },
};

/** Ordinary functions, which run with their caller's rights, and who may call them. */
export const routines: Record<string, string[]> = {
  agency_id: [...scopeRoles, "tn_definer", "tn_search", "tn_worker"],
  account_id: [...scopeRoles, "tn_definer", "tn_search"],
  enter: ["tn_web", "tn_worker"],
  enter_operator: ["tn_web"],
  set_agency: ["tn_definer"],
  business_now: ["tn_agency"],
  monthly_minor: ["tn_agency", "tn_reseller"],
  net_month: ["tn_agency", "tn_reseller"],
  tax_in: ["tn_agency", "tn_reseller"],
  surpluses_held: ["tn_agency", "tn_reseller"],
  audit_line: ["tn_agency", "tn_definer"],
  feature_bucket: [...people, "tn_definer"],
  feature_reason: [...people, "tn_definer"],
  feature_released: [...people, "tn_definer"],
  protect: [],
};

/** Rights on schemas and the database. Everybody may connect; a definer's search_path keeps pg_temp last. */
export const spaces: Record<string, string[]> = {
  public: [...scopeRoles, "tn_definer", "tn_search"].map((role) => `${role} USAGE`),
  app: [...scopeRoles, "tn_definer", "tn_search", ...loginRoles, "tn_operator"].map(
    (role) => `${role} USAGE`,
  ),
  platform: ["tn_operator USAGE", "tn_definer USAGE", "tn_worker USAGE"],
  migrations: ["tn_definer USAGE"],
  graphile_worker: [],
  this: ["PUBLIC CONNECT", "PUBLIC TEMPORARY"],
};

/** What each of our roles may become; nothing is inherited, so forgetting to enter is "permission denied". */
export const becomes: Record<string, string[]> = {
  tn_web: [...scopeRoles, "tn_operator"],
  tn_worker: scopeRoles,
};
