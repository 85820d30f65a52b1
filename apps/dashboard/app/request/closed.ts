import type { AppError } from "@tenantry/core/kernel/errors";

type Closed = AppError & { code: "reseller_locked" | "agency_suspended" };

/** The whole portal is shut for this person, not one page of it. */
export function closesPortal(error: AppError): error is Closed {
  return error.code === "reseller_locked" || error.code === "agency_suspended";
}
