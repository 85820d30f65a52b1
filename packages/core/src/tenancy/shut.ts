import type { Tenant } from "../kernel/ctx.ts";
import type { ErrorCode } from "../kernel/errors.ts";
import { type AccountStatus, stopRulesOf } from "./stop-modes.ts";

/**
 * Why somebody of this account is let in no further on the tenant's host; undefined where the door is open. A locked or
 * deleted reseller shuts out its own people and keys, one that is stopped altogether its customers' as well; a customer
 * that was deactivated its own.
 */
export function shutFor(
  tenant: Pick<Tenant, "accountId" | "status" | "archived">,
  account: { accountId: string; accountStatus: AccountStatus },
): Extract<ErrorCode, "reseller_locked" | "service_stopped" | "customer_locked"> | undefined {
  const { portalOpen, customersServed } = stopRulesOf(tenant.status);
  if (account.accountId === tenant.accountId)
    return portalOpen && !tenant.archived ? undefined : "reseller_locked";
  if (!customersServed) return "service_stopped";
  return stopRulesOf(account.accountStatus).portalOpen ? undefined : "customer_locked";
}
