import { connectedAccounts } from "@tenantry/db/schema";
import { and, desc, eq } from "drizzle-orm";
import { openGatewaySecret } from "../gateway-accounts/secret.ts";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

interface PlatformRow {
  [column: string]: unknown;
  platformId: string;
  secretKey: Buffer;
  keyId: string;
}

const platformSql = `
  select gateway_id as "platformId", secret_key as "secretKey", key_id as "keyId"
  from app.gateway_account($1) where connect_secrets is not null`;

/** The agency's account at Stripe, where others can be connected to it: their events are signed by secrets that it has said. */
export async function findPlatform({ tx, ctx }: Run) {
  const { agencyId } = ctx.tenant;
  const [row] = await tx.named<PlatformRow>("connect_platform", platformSql, [agencyId]);
  if (!row) return undefined;
  const { config } = ctx.app;
  const { platformId, keyId, secretKey } = row;
  const place = { agencyId, accountId: agencyId, what: "secret_key" } as const;
  return {
    platformId,
    key: openGatewaySecret(config, place, keyId, secretKey),
    baseUrl: config.stripeBaseUrl,
  };
}

/** Throws `no_platform` where the agency has none. */
export async function requirePlatform(run: Run) {
  const platform = await findPlatform(run);
  if (!platform) throw new AppError("no_platform");
  return platform;
}

/** The caller's account that is connected to this one of the agency's. */
export async function connectedTo({ tx, ctx }: Run, platformId: string) {
  const [row] = await tx
    .select()
    .from(connectedAccounts)
    .where(
      and(
        eq(connectedAccounts.agencyId, ctx.tenant.agencyId),
        eq(connectedAccounts.accountId, ctx.scope.account),
        eq(connectedAccounts.platformId, platformId),
      ),
    );
  return row;
}

/** The account that a seller connected last, to whichever of the agency's. */
export async function lastConnected({ tx, ctx }: Run, accountId: string) {
  const [row] = await tx
    .select()
    .from(connectedAccounts)
    .where(
      and(eq(connectedAccounts.agencyId, ctx.tenant.agencyId), eq(connectedAccounts.accountId, accountId)),
    )
    .orderBy(desc(connectedAccounts.connectedAt))
    .limit(1);
  return row;
}

/** Throws `kind_forbidden` for whoever does not sell for itself: what others sell is paid to them. */
export function requireOwnPlans({ ctx }: Run): void {
  if (!ctx.tenant.sellsOwnPlans || ctx.scope.account !== ctx.tenant.accountId)
    throw new AppError("kind_forbidden");
}
