import type { Tx } from "@tenantry/db";
import type { Config } from "../kernel/ctx.ts";
import type { Gateway } from "../platform/payments/gateway.ts";
import { stripeGateway } from "../platform/payments/stripe-gateway.ts";
import { secretsIn } from "./schemas.ts";
import { openGatewaySecret } from "./secret.ts";

interface Row {
  [column: string]: unknown;
  secretKey: Buffer;
  webhookSecret: Buffer;
  connectSecrets: Buffer | null;
  keyId: string;
  /** The seller's own account, where it is connected to the agency's. */
  connected: string | null;
  charges: boolean | null;
  endedAt: Date | null;
}

interface SellersStripe {
  gateway: Gateway;
  /** Whether payers are sent there, or Stripe or its own events would not let them; `ended` where the seller wants no more of it. */
  state: "open" | "shut" | "ended";
}

const accountSql = `
  select g.secret_key as "secretKey", g.webhook_secret as "webhookSecret", g.connect_secrets as "connectSecrets",
    g.key_id as "keyId", c.gateway_id as connected, c.charges, c.ended_at as "endedAt"
  from app.gateway_account($1) g
  left join connected_accounts c
    on c.agency_id = $1 and c.account_id = $2 and c.platform_id = g.gateway_id and not c.is_gone`;

/**
 * Stripe, as a seller's account there is reached: the agency's by its key, a reseller's, where it is connected to the agency's, by the
 * same key in its name. Undefined where the seller has none.
 */
export async function stripeOf(
  tx: Tx,
  config: Config,
  { agencyId, sellerId }: { agencyId: string; sellerId: string },
): Promise<SellersStripe | undefined> {
  const [row] = await tx.named<Row>("gateway_account", accountSql, [agencyId, sellerId]);
  if (!row || (sellerId !== agencyId && !row.connected)) return undefined;
  const { keyId, connected, connectSecrets } = row;
  const open = (what: "secret_key" | "webhook_secret" | "connect_secrets", sealed: Buffer) =>
    openGatewaySecret(config, { agencyId, accountId: agencyId, what }, keyId, sealed);
  const gateway = stripeGateway({
    key: open("secret_key", row.secretKey),
    webhookSecret: open("webhook_secret", row.webhookSecret),
    connectSecrets: connectSecrets ? secretsIn(open("connect_secrets", connectSecrets)) : [],
    ...{ connected: connected ?? undefined, baseUrl: config.stripeBaseUrl, secret: config.secret },
  });
  return { gateway, state: connected ? stateOf(row) : "open" };
}

function stateOf({ charges, endedAt, connectSecrets }: Row): SellersStripe["state"] {
  if (endedAt) return "ended";
  // What is paid and never told of would stay owed.
  return charges && connectSecrets ? "open" : "shut";
}
