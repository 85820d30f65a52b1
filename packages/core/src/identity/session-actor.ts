import type { App, Tenant, UserActor } from "../kernel/ctx.ts";
import type { SessionRow } from "../tenancy/look-up.ts";
import { judgeSession, type Lifetime, resellerLifetime, staffLifetime } from "./sessions.ts";

/** How long sessions in this realm live. */
export function lifetimeOf(tenant: Pick<Tenant, "kind">): Lifetime {
  return tenant.kind === "agency" ? staffLifetime : resellerLifetime;
}

/**
 * The user behind a session, or undefined when it is not good on this host now. A session belongs to one host and one
 * realm; a copy of it taken elsewhere is nobody.
 */
export async function actorOfSession(
  app: App,
  tenant: Tenant,
  row: SessionRow,
  secret: string,
  now: Date,
): Promise<UserActor | undefined> {
  if (row.host !== tenant.host || row.realmId !== tenant.accountId || row.userStatus !== "active")
    return undefined;
  if (!row.role || (row.accountArchived && row.accountId !== tenant.accountId)) return undefined;
  const stored = {
    id: row.id,
    userId: row.userId,
    secretHash: Buffer.from(row.secretHash, "hex"),
    createdAt: new Date(row.createdAt),
    expiresAt: new Date(row.expiresAt),
    endsAt: new Date(row.endsAt),
    validFrom: new Date(row.validFrom),
  };
  const verdict = await judgeSession(stored, secret, lifetimeOf(tenant), now);
  if (!verdict.valid) return undefined;
  if (verdict.renewTo) {
    await app.pool.query("select app.renew_session($1, $2, $3)", [tenant.agencyId, row.id, verdict.renewTo]);
  }
  return {
    kind: "user",
    userId: row.userId,
    sessionId: row.id,
    name: row.userName,
    email: row.email,
    language: row.language,
    role: row.role,
    accountId: row.accountId,
    accountKind: row.accountKind,
    accounts: row.accounts,
    mustChangePassword: row.mustChangePassword,
    hasSecondFactor: row.hasSecondFactor,
    provedAt: new Date(row.provedAt),
  };
}
