import type { Tx } from "@tenantry/db";
import { tokens } from "@tenantry/db/schema";
import { and, eq, isNull, ne } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { databaseNow } from "../kernel/rows.ts";
import { hashSecret, newSecret, secretMatches, splitToken } from "./secrets.ts";

export type TokenPurpose = "invitation" | "password_reset";

interface TokenFor {
  agencyId: string;
  distributorId: string;
  resellerId: string;
  purpose: TokenPurpose;
  /** The invitation, or for a reset the user. */
  subjectId: string;
  userId: string;
  /** The only host the link works on. */
  host: string;
  expiresAt: Date;
}

const insertSql = `
  insert into tokens (agency_id, id, purpose, subject_id, user_id, host, distributor_id, reseller_id, secret_hash, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`;

/**
 * Makes a link's token: stored as a hash, given away once. Form: `<id>.<secret>`. With `own` the caller brings both, so
 * that making it again makes the same.
 */
export async function mintToken(
  tx: Tx,
  token: TokenFor,
  own: { id: string; secret: string } = { id: newId(), secret: newSecret() },
): Promise<string> {
  const { id, secret } = own;
  const { agencyId, purpose, subjectId, userId, host, distributorId, resellerId, expiresAt } = token;
  await tx.named("insert_token", insertSql, [
    ...[agencyId, id, purpose, subjectId, userId, host, distributorId, resellerId],
    ...[hashSecret(secret), expiresAt],
  ]);
  return `${id}.${secret}`;
}

/**
 * The token a link carries, when it is good here and now: right host, purpose and secret, not used, revoked or past.
 * Reading consumes nothing, because mail scanners open links. Throws `token_invalid` for every other case alike.
 */
export async function readToken(
  tx: Tx,
  where: { agencyId: string; host: string; purpose: TokenPurpose; now: Date },
  text: string,
) {
  const parts = splitToken(text);
  if (!parts || !/^[0-9a-f-]{36}$/.test(parts.id)) throw new AppError("token_invalid");
  const [row] = await tx
    .select()
    .from(tokens)
    .where(and(eq(tokens.agencyId, where.agencyId), eq(tokens.id, parts.id)));
  const good =
    row &&
    secretMatches(parts.secret, row.secretHash) &&
    row.host === where.host &&
    row.purpose === where.purpose &&
    !row.usedAt &&
    !row.revokedAt &&
    row.expiresAt > where.now;
  if (!good) throw new AppError("token_invalid");
  return row;
}

/** Uses a token up. Exactly one of any number of racers gets through; the others throw `token_invalid`. */
export async function useToken(tx: Tx, agencyId: string, id: string): Promise<void> {
  const used = await tx
    .update(tokens)
    .set({ usedAt: databaseNow as never })
    .where(
      and(eq(tokens.agencyId, agencyId), eq(tokens.id, id), isNull(tokens.usedAt), isNull(tokens.revokedAt)),
    )
    .returning({ id: tokens.id });
  if (used.length === 0) throw new AppError("token_invalid");
}

/**
 * Takes back every open link of a subject, but for the one with id `except`: before a new one is sent, or when what it
 * was for is gone.
 */
export async function revokeTokens(
  tx: Tx,
  agencyId: string,
  subjectId: string,
  except?: string,
): Promise<void> {
  await tx
    .update(tokens)
    .set({ revokedAt: databaseNow as never })
    .where(
      and(
        eq(tokens.agencyId, agencyId),
        eq(tokens.subjectId, subjectId),
        except ? ne(tokens.id, except) : undefined,
        isNull(tokens.usedAt),
        isNull(tokens.revokedAt),
      ),
    );
}
