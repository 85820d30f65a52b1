/** Every error a person or program can be told, with its HTTP status. The sentence for each stands in words/en/errors.json. */
export const errorStatus = {
  invalid_input: 422,
  idempotency_key_reused: 422,
  malformed_request: 400,
  unauthenticated: 401,
  wrong_credentials: 401,
  forbidden: 403,
  kind_forbidden: 403,
  key_forbidden: 403,
  cross_site: 403,
  agency_suspended: 403,
  reseller_locked: 403,
  service_stopped: 403,
  customer_locked: 403,
  sales_stopped: 403,
  password_change_required: 403,
  second_factor_required: 403,
  step_up_required: 403,
  not_delegated: 403,
  ceiling_create: 403,
  ceiling_edit: 403,
  ceiling_stop: 403,
  ceiling_archive: 403,
  stopped_above: 403,
  archived_above: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  deleted: 409,
  last_owner: 409,
  subscription_handed_over: 409,
  ceiling_room: 409,
  has_resellers: 409,
  too_deep: 409,
  reseller_has_customers: 409,
  email_taken: 409,
  external_id_taken: 409,
  idempotency_in_flight: 409,
  webhook_disabled: 409,
  too_many_webhooks: 409,
  too_many_features: 409,
  feature_withdrawn: 409,
  plan_no_draft: 409,
  plan_unpublished: 409,
  plan_is_default: 409,
  customer_inactive: 409,
  no_commission: 409,
  clock_fixed: 409,
  payout_settled: 409,
  payout_unsent: 409,
  payout_sent: 409,
  subscription_ended: 409,
  subscription_cancelled: 409,
  no_claim: 409,
  wholesale_none: 409,
  wholesale_runs: 409,
  wholesale_by_plan: 409,
  invoice_not_open: 409,
  no_gateway: 409,
  no_gateway_account: 409,
  no_platform: 409,
  not_connected: 409,
  gateway_refused: 409,
  gateway_unreachable: 503,
  refund_under_way: 409,
  payment_coming: 409,
  no_bank_account: 409,
  no_drafts: 409,
  dispute_open: 409,
  dispute_settled: 409,
  invoice_not_paid: 409,
  token_invalid: 410,
  body_too_large: 413,
  too_many_attempts: 429,
  rate_limited: 429,
  internal: 500,
  busy: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** One wrong field: where it is (JSON pointer into the input) and which sentence tells it (words/en/fields.json). */
export interface FieldError {
  pointer: string;
  code: string;
  params?: Record<string, string | number>;
}

interface Details {
  fields?: FieldError[];
  params?: Record<string, string | number>;
  /** Seconds until it is worth trying again. */
  retryAfter?: number;
  /** For the log only; never shown. */
  cause?: unknown;
}

/** An error that may be told. Recognised by `code`, never by class: pages and API may load this module twice. */
export class AppError extends Error {
  readonly status: number;
  readonly fields?: FieldError[];
  readonly params?: Record<string, string | number>;
  readonly retryAfter?: number;

  constructor(
    readonly code: ErrorCode,
    details: Details = {},
  ) {
    super(code, { cause: details.cause });
    this.name = "AppError";
    this.status = errorStatus[code];
    this.fields = details.fields;
    this.params = details.params;
    this.retryAfter = details.retryAfter;
  }
}

/** Is this an error that may be told? */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && "code" in error && String(error.code) in errorStatus && "status" in error;
}

/** A wrong value in one field of a form or body. */
export function fieldError(pointer: string, code: string, params?: FieldError["params"]): AppError {
  return new AppError("invalid_input", { fields: [{ pointer, code, params }] });
}
