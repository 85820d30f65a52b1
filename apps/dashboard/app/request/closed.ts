import type { Ctx } from "@tenantry/core/kernel/ctx";
import type { AppError } from "@tenantry/core/kernel/errors";
import { data } from "react-router";

type Closed = AppError & { code: "reseller_locked" | "agency_suspended" };

/** The whole portal is shut for this person, not one page of it. */
export function closesPortal(error: AppError): error is Closed {
  return error.code === "reseller_locked" || error.code === "agency_suspended";
}

/** The page that says so, and whom to write to; no product and no other company is named on it. */
export function closedPage({ tenant, actor }: Ctx, error: Closed) {
  const contactEmail =
    error.code === "reseller_locked"
      ? (tenant?.agencySupportEmail ?? tenant?.supportEmail ?? undefined)
      : undefined;
  const locked = { why: error.code, contactEmail, host: tenant?.host ?? "", session: actor.kind === "user" };
  return data({ code: error.code, locked }, { status: error.status });
}
