import type { Ctx } from "@tenantry/core/kernel/ctx";

/**
 * Whom to write to with questions. A reseller's own people ask its agency; whoever else comes to its host may be one of
 * its customers, who see no address but its own. An agency's people have nobody above them here.
 */
export function supportOf({ tenant, actor }: Ctx): string | undefined {
  if (!tenant) return undefined;
  const own = actor.kind === "user" && actor.accountId === tenant.accountId;
  if (!own) return tenant.supportEmail ?? undefined;
  if (tenant.kind === "agency") return undefined;
  return tenant.caretakerEmail ?? tenant.supportEmail ?? undefined;
}
