import { may } from "@tenantry/core/kernel/authorize";
import type { Tenant, UserActor } from "@tenantry/core/kernel/ctx";
import type { SettingsPage } from "./settings-frame.tsx";

/** Settings pages this person may open. */
export function openPages(user: UserActor, { sellsOwnPlans }: Tenant): SettingsPage[] {
  return [
    "profile",
    "sessions",
    "security",
    ...(may(user, "notice.read") ? (["notifications"] as const) : []),
    ...(may(user, "brand.update") ? (["brand"] as const) : []),
    ...(may(user, "legal-entity.read") && user.accountKind !== "distributor"
      ? (["legal-entity"] as const)
      : []),
    ...(may(user, "gateway-account.read") ? (["gateway-account"] as const) : []),
    ...(may(user, "connected-account.read") && sellsOwnPlans ? (["connected-account"] as const) : []),
    ...(may(user, "clock.read") ? (["clock"] as const) : []),
    ...(may(user, "team.list") ? (["team"] as const) : []),
    ...(may(user, "api-key.list") ? (["keys"] as const) : []),
    ...(may(user, "webhook.list") ? (["webhooks"] as const) : []),
    ...(may(user, "audit.list") ? (["audit"] as const) : []),
    ...(may(user, "account-export.begin") && user.accountKind !== "distributor" ? (["export"] as const) : []),
  ];
}
