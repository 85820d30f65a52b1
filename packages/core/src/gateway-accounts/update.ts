import { gatewayAccounts } from "@tenantry/db/schema";
import type { z } from "zod";
import { fieldError } from "../kernel/errors.ts";
import { databaseNow, ownScope } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { askAccount } from "./ask-account.ts";
import { findAccount, shownAccount } from "./row.ts";
import { gatewayAccount, updateInput } from "./schemas.ts";
import { openGatewaySecret, sealGatewaySecret, sealKeyId } from "./secret.ts";

type Input = z.output<typeof updateInput>;

/**
 * Connects the agency's account at Stripe, or changes its keys; Stripe is asked whose key it is before anything is kept. From then on
 * payers are sent there. A key that takes real money is for live agencies alone, and one that does not for test agencies.
 */
export const updateGatewayAccount = command("gateway-account.update", {
  input: updateInput,
  output: gatewayAccount,
  prepare: async (read, input) => {
    const { key, baseUrl } = await read((run) => keyToUse(run, input));
    return { key, found: await askAccount(key, baseUrl) };
  },
  run: async (run, { webhookSecret, secretKey, connectSecrets }, { key, found }) => {
    const { tx, ctx } = run;
    const { config } = ctx.app;
    const place = ownScope(ctx.tenant);
    const { agencyId } = place;
    const before = await findAccount(run);
    const sealed = (what: "secret_key" | "webhook_secret" | "connect_secrets", plain: string) =>
      sealGatewaySecret(config, { agencyId, accountId: agencyId, what }, plain);
    const signs =
      webhookSecret === undefined ? before?.webhookSecret : sealed("webhook_secret", webhookSecret);
    if (!signs) throw fieldError("/webhookSecret", "required");
    const facts = { ...found, lastFour: key.slice(-4) };
    const row = {
      ...facts,
      ...{ secretKey: sealed("secret_key", key), webhookSecret: signs, keyId: sealKeyId },
      ...(connectSecrets !== undefined && { connectSecrets: sealed("connect_secrets", connectSecrets) }),
      checkedAt: ctx.securityNow,
    };
    const [kept] = await tx
      .insert(gatewayAccounts)
      .values({ ...place, accountId: agencyId, ...row })
      .onConflictDoUpdate({
        target: [gatewayAccounts.agencyId, gatewayAccounts.accountId],
        set: { ...row, updatedAt: databaseNow as never },
      })
      .returning();
    return {
      result: shownAccount(ctx, kept),
      audit: {
        object: { kind: "gateway-account", id: agencyId },
        before: before && { gatewayId: before.gatewayId, lastFour: before.lastFour },
        after: {
          ...{ gatewayId: found.gatewayId, lastFour: facts.lastFour },
          ...{ keyChanged: secretKey !== undefined, signingChanged: webhookSecret !== undefined },
          connectSigningChanged: connectSecrets !== undefined,
        },
      },
    };
  },
});

async function keyToUse(run: Run, { secretKey, webhookSecret }: Input) {
  const { app, tenant } = run.ctx;
  const row = await findAccount(run);
  const { agencyId } = tenant;
  if (!row && webhookSecret === undefined) throw fieldError("/webhookSecret", "required");
  const place = { agencyId, accountId: agencyId, what: "secret_key" } as const;
  const key = secretKey ?? (row && openGatewaySecret(app.config, place, row.keyId, row.secretKey));
  if (key === undefined) throw fieldError("/secretKey", "required");
  const mode = key.split("_")[1];
  if (mode !== tenant.agencyMode) throw fieldError("/secretKey", `gateway_key_${mode}`);
  return { key, baseUrl: app.config.stripeBaseUrl };
}
