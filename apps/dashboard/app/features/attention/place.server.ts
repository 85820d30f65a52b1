import { type OwnNeed, type ResellerNeed, resellerNeeds } from "@tenantry/core/attention/schemas";
import { listAddressWith } from "../../request/list-address.server.ts";

const own: Record<OwnNeed, string> = {
  own_hard_cap: "/plans",
  own_soft_cap: "/plans",
  own_plan_change: "/plans",
  quarantine: "/usage/quarantine",
  surplus: "/invoices?needs=surplus",
  leak: "/reports/leakage",
  webhook_off: "/settings/webhooks?state=disabled",
  team_invitation_expired: "/settings/team?state=invited",
  team_mail_failed: "/settings/team",
};

function isOfResellers(need: ResellerNeed | OwnNeed): need is ResellerNeed {
  return resellerNeeds.some((each) => each === need);
}

/** Where what needs somebody is listed; `now` is what the list is narrowed to besides. */
export function placeOf(need: ResellerNeed | OwnNeed, now: Record<string, string | undefined> = {}): string {
  if (!isOfResellers(need)) return own[need];
  // Deleted resellers stand in a list of their own, and only they have this need.
  const isArchived = need === "archive_ending";
  const status = isArchived ? "archived" : now.status === "archived" ? undefined : now.status;
  return listAddressWith("/resellers", now, { status, needs: need });
}
