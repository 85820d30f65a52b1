import { may } from "@tenantry/core/kernel/authorize";
import type { Tenant, UserActor } from "@tenantry/core/kernel/ctx";
import type { MoneyPage } from "./types.ts";

/** Pages of what is sold and earned that this person may open. A distributor earns nothing itself. */
export function moneyPages(user: UserActor, { kind }: Tenant): MoneyPage[] {
  if (kind === "distributor") return [];
  return [
    ...(may(user, "commission.list") ? (["commissions"] as const) : []),
    ...(may(user, "payout.list") ? (["payouts"] as const) : []),
    ...(may(user, "report.revenue") ? (["reports"] as const) : []),
  ];
}
