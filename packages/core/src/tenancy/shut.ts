import type { Tenant } from "../kernel/ctx.ts";
import type { ErrorCode } from "../kernel/errors.ts";
import { stopRulesOf } from "./stop-modes.ts";

/**
 * Why somebody of this account is let in no further on the tenant's host; undefined where the door is open. A locked or
 * deleted reseller shuts out its own people and keys, one that is stopped altogether its customers' as well.
 */
export function shutFor(
  tenant: Pick<Tenant, "accountId" | "status" | "archived">,
  accountId: string,
): Extract<ErrorCode, "reseller_locked" | "service_stopped"> | undefined {
  const { portalOpen, customersServed } = stopRulesOf(tenant.status);
  if (accountId === tenant.accountId) return portalOpen && !tenant.archived ? undefined : "reseller_locked";
  return customersServed ? undefined : "service_stopped";
}
