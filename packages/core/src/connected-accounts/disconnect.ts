import { connectedAccounts } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { byGatewayId } from "../gateway-accounts/schemas.ts";
import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { requireOwnPlans } from "./platform.ts";

/**
 * Takes no new payments by the caller's own account at Stripe. The account stays its holder's; what is open there is still booked when it is
 * paid, and what was paid can be given back. Throws `not_connected` for one that is not the caller's.
 */
export const disconnectAccount = command("connected-account.disconnect", {
  input: byGatewayId,
  output: none,
  run: async (run, { gatewayId }) => {
    requireOwnPlans(run);
    const { tx, ctx } = run;
    const ended = await tx
      .update(connectedAccounts)
      .set({ endedAt: ctx.securityNow })
      .where(
        and(
          eq(connectedAccounts.agencyId, ctx.tenant.agencyId),
          eq(connectedAccounts.accountId, ctx.tenant.accountId),
          eq(connectedAccounts.gatewayId, gatewayId),
          isNull(connectedAccounts.endedAt),
        ),
      )
      .returning({ id: connectedAccounts.gatewayId });
    if (ended.length === 0) throw new AppError("not_connected");
    return {
      result: {},
      audit: {
        object: { kind: "connected-account", id: ctx.tenant.accountId },
        before: { gatewayId, ended: false },
        after: { gatewayId, ended: true },
      },
    };
  },
});
