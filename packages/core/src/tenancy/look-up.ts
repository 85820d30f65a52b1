import type { App, Tenant } from "../kernel/ctx.ts";
import type { AccountKind, Role } from "../roles.ts";
import type { AccountStatus } from "./stop-modes.ts";

/** A session as the look-up reads it, with its user, membership and account. */
export interface SessionRow {
  id: string;
  secretHash: string;
  host: string;
  createdAt: string;
  expiresAt: string;
  endsAt: string;
  userId: string;
  userName: string;
  email: string;
  language: string;
  userStatus: "active" | "disabled";
  realmId: string;
  provedAt: string;
  mustChangePassword: boolean;
  hasSecondFactor: boolean;
  /** Null for somebody who is no longer in the account. */
  role: Role | null;
  accountId: string;
  accountKind: AccountKind;
  accountArchived: boolean;
  accountStatus: AccountStatus;
  /** How many accounts the person is in. */
  accounts: number;
  validFrom: string;
}

/** A key as the look-up reads it, with what its creator is now. */
export interface KeyRow {
  id: string;
  secretHash: string;
  name: string;
  scopes: string[];
  accountId: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  /** The secret before the last rotation, and until when it goes on. */
  previousSecretHash: string | null;
  previousValidUntil: string | null;
  creatorId: string;
  creatorStatus: "active" | "disabled";
  creatorRole: Role | null;
}

interface Found {
  tenant: Tenant;
  session: SessionRow | null;
  key: KeyRow | null;
  /** The database's clock. */
  now: Date;
}

/** Host, tenant, statuses, and the session or key that came along: one statement, one round trip. */
export async function lookUp(
  app: App,
  host: string,
  sessionId: string | undefined,
  keyId: string | undefined,
): Promise<Found | undefined> {
  const { rows } = await app.pool.query<{ found: (Omit<Found, "now"> & { now: string }) | null }>({
    name: "open_request",
    text: "select app.open_request($1, $2, $3) as found",
    values: [host, sessionId ?? null, keyId ?? null],
  });
  const found = rows[0]?.found;
  return found ? { ...found, now: new Date(found.now) } : undefined;
}
