import { createHash } from "node:crypto";
import type { App, KeyActor, Tenant } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";
import type { KeyRow } from "../tenancy/look-up.ts";
import { newSecret, secretMatches } from "./secrets.ts";

const minute = 60_000;

/** Form of a key: `ak_<id, 32 hex>_<secret, 43>_<checksum, 6 hex>`. Secret scanners may match it by this pattern. */
export const keyPattern = /^ak_([0-9a-f]{32})_([A-Za-z0-9_-]{43})_([0-9a-f]{6})$/;

/** A new key's text, for showing once, and its secret, for hashing. */
export function makeKey(id: string): { key: string; secret: string } {
  const secret = newSecret();
  const start = `ak_${id.replaceAll("-", "")}_${secret}`;
  return { key: `${start}_${checksum(start)}`, secret };
}

/** The key a request carries, as far as its form goes. Undefined when there is no such header or it is no key. */
export function readBearer(authorization: string | undefined): { keyId: string; secret: string } | undefined {
  const key = /^Bearer ([^\s]+)$/i.exec(authorization ?? "")?.[1];
  const match = keyPattern.exec(key ?? "");
  if (!key || !match || checksum(key.slice(0, -7)) !== match[3]) return undefined;
  const hex = match[1]!;
  const keyId = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return { keyId, secret: match[2]! };
}

/**
 * Who a key acts for. It is good on its own account's host only and never outlives its creator's place there.
 * Throws `unauthenticated` for everything else, whatever the reason.
 */
export async function actorOfKey(
  app: App,
  tenant: Tenant,
  row: KeyRow | null,
  secret: string | undefined,
  { now, ip }: { now: Date; ip: string },
): Promise<KeyActor> {
  const good =
    row &&
    secret &&
    isSecretOf(row, secret, now) &&
    row.accountId === tenant.accountId &&
    !row.revokedAt &&
    (!row.expiresAt || new Date(row.expiresAt) > now) &&
    row.creatorStatus === "active" &&
    row.creatorRole;
  if (!good) throw new AppError("unauthenticated");
  if (!row.lastUsedAt || now.getTime() - new Date(row.lastUsedAt).getTime() > minute) {
    await app.pool.query("select app.touch_key($1, $2, $3)", [tenant.agencyId, row.id, ip]);
  }
  return {
    kind: "key",
    keyId: row.id,
    name: row.name,
    scopes: row.scopes,
    accountId: row.accountId,
    accountKind: tenant.kind,
    creatorId: row.creatorId,
    creatorRole: row.creatorRole!,
  };
}

/** The key's secret, or the one before a rotation while its time lasts. Both are compared, whichever fits. */
function isSecretOf(row: KeyRow, secret: string, now: Date): boolean {
  const current = secretMatches(secret, Buffer.from(row.secretHash, "hex"));
  const earlier =
    row.previousSecretHash !== null &&
    row.previousValidUntil !== null &&
    secretMatches(secret, Buffer.from(row.previousSecretHash, "hex")) &&
    new Date(row.previousValidUntil) > now;
  return current || earlier;
}

/** Lets a reader of logs and a secret scanner tell a key from a typing error without asking the database. */
function checksum(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}
