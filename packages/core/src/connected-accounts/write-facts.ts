import { connectedAccounts } from "@tenantry/db/schema";
import { and, eq, lte } from "drizzle-orm";
import type { Audit } from "../kernel/audit.ts";
import type { Run } from "../kernel/verb.ts";
import type { ConnectedFacts } from "../platform/payments/connected.ts";

/**
 * Writes down how an account was when Stripe was asked, at the start of this request: what was asked later stays. Answers what the audit says.
 * An account that nobody has here changes nothing.
 */
export async function writeFacts({ tx, ctx }: Run, { gatewayId, ...facts }: ConnectedFacts): Promise<Audit> {
  const { agencyId } = ctx.tenant;
  const one = and(eq(connectedAccounts.agencyId, agencyId), eq(connectedAccounts.gatewayId, gatewayId));
  const [before] = await tx.select().from(connectedAccounts).where(one).for("update");
  if (!before) return { none: "it is nobody's account here" };
  const written = await tx
    .update(connectedAccounts)
    .set({ ...facts, checkedAt: ctx.securityNow })
    .where(and(one, lte(connectedAccounts.checkedAt, ctx.securityNow)))
    .returning({ id: connectedAccounts.gatewayId });
  if (written.length === 0) return { none: "what was asked later is known already" };
  const { charges, payouts, isGone } = facts;
  if (before.charges === charges && before.payouts === payouts && before.isGone === isGone)
    return { none: "everything is as it was" };
  const { accountId, resellerId, distributorId } = before;
  return {
    object: { kind: "connected-account", id: accountId },
    before: { charges: before.charges, payouts: before.payouts, isGone: before.isGone },
    after: { charges, payouts, isGone },
    ...{ resellerId, distributorId },
  };
}
