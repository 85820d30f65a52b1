import type { listCommissions } from "@tenantry/core/commissions/list";
import type { readCommission } from "@tenantry/core/commissions/read";
import type { summarizeCommissions } from "@tenantry/core/commissions/summary";

export type CommissionRow = Awaited<ReturnType<typeof listCommissions>>["commissions"][number];
export type Commission = Awaited<ReturnType<typeof readCommission>>;
export type CommissionTotals = Awaited<ReturnType<typeof summarizeCommissions>>["totals"];

/** How the words go: an agency reads about its resellers, a reseller about itself. */
export interface Reader {
  ofAgency: boolean;
}

/** Pages of what is sold and earned, by the word of their address. */
export type MoneyPage = "commissions" | "payouts" | "reports";
