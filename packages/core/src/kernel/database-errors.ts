import { isConnectionLost } from "@tenantry/db";
import { AppError, fieldError } from "./errors.ts";

/** Constraints a person's input can run into, and the field that tells it. All others are defects: unknown errors. */
const fieldOfConstraint: Record<string, [pointer: string, code: string]> = {
  accounts_agency_id_parent_id_external_id_key: ["/externalId", "external_id_taken"],
  resellers_agency_id_plan_id_fkey: ["/planId", "plan_unknown"],
  resellers_plan_pinned: ["/planId", "plan_unknown"],
  plans_name: ["/name", "plan_name_taken"],
  hostnames_pkey: ["/loginDomain", "login_domain_taken"],
  transfers_one_open: ["/receiverCode", "transfer_open"],
  users_agency_id_realm_id_email_ci_key: ["/email", "email_taken"],
};

const codesTaken = [
  "accounts_agency_id_code_key",
  "subscriptions_agency_id_code_key",
  "orders_agency_id_code_key",
  "payouts_agency_id_code_key",
];

/** Runs `work`, and once more when a random code it drew met its like: nothing of it was kept. */
export async function withFreshCode<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (codesTaken.some((code) => breaksConstraint(error, code))) return work();
    throw error;
  }
}

/**
 * What a failure of the database means to the caller; anything unknown comes back as it was. `reading` is for work
 * that wrote nothing, which may be asked again whatever happened.
 */
export function tellable(error: unknown, reading = false): unknown {
  // Sent and not answered: it may have been done, so nobody is told to try again.
  if (!reading && error instanceof Error && error.name === "CommitUnanswered")
    return new AppError("internal", { cause: error });
  if (isConnectionLost(error)) return new AppError("busy", { retryAfter: 1, cause: error });
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint } = cause as Error & { code?: string; constraint?: string };
    const field = constraint ? fieldOfConstraint[constraint] : undefined;
    if (field) return fieldError(...field);
    if (constraint === "delegations_room") return new AppError("ceiling_room", { cause: error });
    if (constraint && codesTaken.includes(constraint))
      return new AppError("busy", { retryAfter: 1, cause: error });
    // Text or a date the database cannot hold: a NUL, half a surrogate pair, the year 0.
    if (code && ["22021", "22P05", "22008", "22007"].includes(code))
      return new AppError("malformed_request", { cause: error });
    // Statement or lock timeout, deadlock, serialization: nothing was written, and asking again is safe.
    if (code && ["57014", "55P03", "40P01", "40001"].includes(code)) {
      return new AppError("busy", { retryAfter: 1, cause: error });
    }
  }
  return error;
}

/** Did the database refuse a value (SQLSTATE class 22) or a row (class 23)? It will again, however often it is asked. */
export function isRefusedForGood(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as Error & { code?: string };
    if (typeof code === "string" && /^2[23][0-9A-Z]{3}$/.test(code)) return true;
  }
  return false;
}

/** Did the database refuse because the scope's role has no right to the table? */
export function isPermissionDenied(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ((cause as Error & { code?: string }).code === "42501") return true;
  }
  return false;
}

/** Did the database refuse because of this constraint? */
export function breaksConstraint(error: unknown, constraint: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ((cause as Error & { constraint?: string }).constraint === constraint) return true;
  }
  return false;
}
