import type { Ctx } from "@tenantry/core/kernel/ctx";
import type { AppError } from "@tenantry/core/kernel/errors";
import { data } from "react-router";

type Closed = AppError & {
  code: "reseller_locked" | "service_stopped" | "customer_locked" | "agency_suspended";
};

/** The whole portal is shut for this person, not one page of it. */
export function closesPortal(error: AppError): error is Closed {
  return ["reseller_locked", "service_stopped", "customer_locked", "agency_suspended"].includes(error.code);
}

/** The page that says so, and whom to write to; no product and no other company is named on it. */
export function closedPage({ tenant, actor }: Ctx, error: Closed) {
  const contacts = {
    // Told to its own people alone, who may not be signed in yet: they ask the agency.
    reseller_locked: tenant?.caretakerEmail ?? tenant?.supportEmail,
    // Customers know their seller and nobody behind it.
    service_stopped: tenant?.supportEmail,
    customer_locked: tenant?.supportEmail,
    agency_suspended: null,
  };
  const contactEmail = contacts[error.code] ?? undefined;
  const locked = { why: error.code, contactEmail, host: tenant?.host ?? "", session: actor.kind === "user" };
  return data({ code: error.code, locked }, { status: error.status });
}
