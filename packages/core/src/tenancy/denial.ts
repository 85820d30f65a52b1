import { type AccountStatus, stopRulesOf } from "./stop-modes.ts";

/**
 * Why an account is not served: it was deactivated, stopped altogether, or deleted (it may still be restored); or one it
 * buys from is stopped altogether.
 */
export const denials = ["deactivated", "stopped", "deleted", "seller_stopped"] as const;
export type Denial = (typeof denials)[number];

/**
 * May an account be served now? `sellers` are the states of those it buys from. A customer of a deactivated reseller is
 * served on, unless everything was stopped (features.md 3.2). The one rule behind access.read and usage.decide. Pure.
 */
export function denialOf(
  { status, archived }: { status: AccountStatus; archived: boolean },
  sellers: readonly AccountStatus[],
): Denial | null {
  if (archived) return "deleted";
  if (!stopRulesOf(status).portalOpen) return stopRulesOf(status).customersServed ? "deactivated" : "stopped";
  return sellers.every((seller) => stopRulesOf(seller).customersServed) ? null : "seller_stopped";
}
