import { gatewayAccounts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { command } from "../kernel/verb.ts";
import { askAccount } from "./ask-account.ts";
import { requireAccount, shownAccount } from "./row.ts";
import { byGatewayId, gatewayAccount } from "./schemas.ts";
import { openGatewaySecret } from "./secret.ts";

/** Asks Stripe whether the key is still good and the account takes payments. Throws `no_gateway_account` where there is none. */
export const checkGatewayAccount = command("gateway-account.check", {
  input: byGatewayId,
  output: gatewayAccount,
  prepare: async (read, input) => {
    const { key, baseUrl } = await read(async (run) => {
      const { agencyId, keyId, secretKey } = await requireAccount(run, input.gatewayId);
      const { config } = run.ctx.app;
      const place = { agencyId, accountId: agencyId, what: "secret_key" } as const;
      return { key: openGatewaySecret(config, place, keyId, secretKey), baseUrl: config.stripeBaseUrl };
    });
    return askAccount(key, baseUrl);
  },
  run: async (run, input, { gatewayId, name, charges }) => {
    const { tx, ctx } = run;
    const before = await requireAccount(run, input.gatewayId);
    const { agencyId } = before;
    const [after] = await tx
      .update(gatewayAccounts)
      .set({ gatewayId, name, charges, checkedAt: ctx.securityNow })
      .where(and(eq(gatewayAccounts.agencyId, agencyId), eq(gatewayAccounts.accountId, agencyId)))
      .returning();
    return {
      result: shownAccount(ctx, after),
      audit:
        before.charges === charges && before.name === name
          ? { none: "everything is as it was" }
          : { object: { kind: "gateway-account", id: agencyId }, after: { name, charges } },
    };
  },
});
