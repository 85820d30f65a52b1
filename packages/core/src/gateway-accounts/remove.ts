import { gatewayAccounts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { command } from "../kernel/verb.ts";
import { requireAccount } from "./row.ts";
import { byGatewayId } from "./schemas.ts";

/**
 * Forgets the agency's keys: nobody pays at Stripe any more, what it tells is not believed, and refunds of what it took fail until keys
 * are there again. What was paid stays as it is.
 */
export const removeGatewayAccount = command("gateway-account.remove", {
  input: byGatewayId,
  output: none,
  run: async (run, input) => {
    const { agencyId, gatewayId, lastFour } = await requireAccount(run, input.gatewayId);
    await run.tx
      .delete(gatewayAccounts)
      .where(and(eq(gatewayAccounts.agencyId, agencyId), eq(gatewayAccounts.accountId, agencyId)));
    return {
      result: {},
      audit: { object: { kind: "gateway-account", id: agencyId }, before: { gatewayId, lastFour } },
    };
  },
});
