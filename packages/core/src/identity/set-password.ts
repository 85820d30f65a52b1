import { passwords, users } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { databaseNow, ownScope } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import type { AccountKind } from "../roles.ts";

/** Shortest password of a realm's people: staff of an agency hold more power, an installation's operators most. */
export function shortestPassword(kind: AccountKind | "operator"): number {
  return kind === "agency" || kind === "operator" ? 12 : 8;
}

/**
 * Stores a user's own new password: every session made before is dead from here on, and nobody asks for another
 * change. `extra` carries what the occasion changes besides (a name at an invitation).
 */
export async function setOwnPassword(
  { tx, ctx }: Run,
  userId: string,
  hash: string,
  extra: { name?: string } = {},
): Promise<void> {
  const own = ownScope(ctx.tenant);
  await tx
    .insert(passwords)
    .values({ ...own, userId, hash })
    .onConflictDoUpdate({
      target: [passwords.agencyId, passwords.userId],
      set: { hash, changedAt: databaseNow as never },
    });
  await tx
    .update(users)
    .set({
      ...extra,
      mustChangePassword: false,
      sessionsValidFrom: databaseNow as never,
      updatedAt: databaseNow as never,
    })
    .where(and(eq(users.agencyId, own.agencyId), eq(users.id, userId)));
}
