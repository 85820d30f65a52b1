import type { Tx } from "@tenantry/db";
import type { Config } from "../kernel/ctx.ts";
import type { Gateway } from "../platform/payments/gateway.ts";
import { stripeGateway } from "../platform/payments/stripe-gateway.ts";
import { openGatewaySecret } from "./secret.ts";

interface Row {
  [column: string]: unknown;
  secretKey: Buffer;
  webhookSecret: Buffer;
  keyId: string;
}

const accountSql = `
  select secret_key as "secretKey", webhook_secret as "webhookSecret", key_id as "keyId" from app.gateway_account($1)`;

/** Stripe, as a seller's own account reaches it; undefined where it has none. */
export async function stripeOf(
  tx: Tx,
  config: Config,
  { agencyId, sellerId }: { agencyId: string; sellerId: string },
): Promise<Gateway | undefined> {
  const [row] = await tx.named<Row>("gateway_account", accountSql, [sellerId]);
  if (!row) return undefined;
  const open = (what: "secret_key" | "webhook_secret", sealed: Buffer) =>
    openGatewaySecret(config, { agencyId, accountId: sellerId, what }, row.keyId, sealed);
  return stripeGateway({
    key: open("secret_key", row.secretKey),
    webhookSecret: open("webhook_secret", row.webhookSecret),
    ...{ baseUrl: config.stripeBaseUrl, secret: config.secret },
  });
}
