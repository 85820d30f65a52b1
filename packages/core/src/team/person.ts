import { apiKeys, memberships, sessions, users } from "@tenantry/db/schema";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { type TeamAccount, teamAccount } from "./account.ts";
import { mayGrant } from "./rules.ts";

/**
 * The person a change is about, with the account: still in it, and within what the caller may touch. Throws `not_found`
 * or, for an owner whom an admin would touch, `forbidden`.
 */
export async function personToChange(run: Run, input: { accountId?: string; userId: string }) {
  const account = await teamAccount(run, input.accountId);
  const { tx, ctx } = run;
  const [person] = await tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      role: memberships.role,
      state: memberships.state,
    })
    .from(memberships)
    .innerJoin(users, and(eq(users.agencyId, memberships.agencyId), eq(users.id, memberships.userId)))
    .where(
      and(
        eq(memberships.agencyId, ctx.tenant.agencyId),
        eq(memberships.accountId, account.id),
        eq(memberships.userId, input.userId),
      ),
    );
  if (!person || person.state === "removed") throw new AppError("not_found");
  if (ctx.actor.kind !== "user" || !mayGrant(ctx.actor, account, person.role))
    throw new AppError("forbidden");
  return { account, person, shown: person.name || person.email };
}

/** Rows of one person in one account, for the guarded writes. */
export function membershipOf(account: TeamAccount, userId: string) {
  return and(
    eq(memberships.agencyId, account.scope.agencyId),
    eq(memberships.accountId, account.id),
    eq(memberships.userId, userId),
  );
}

/** Ends a person's sessions in an account (or the one named); answers how many there were. */
export async function endSessions(
  { tx, ctx }: Run,
  account: TeamAccount,
  userId: string,
  sessionId?: string,
): Promise<number> {
  const gone = await tx
    .delete(sessions)
    .where(
      and(
        eq(sessions.agencyId, account.scope.agencyId),
        eq(sessions.accountId, account.id),
        eq(sessions.userId, userId),
        sessionId ? eq(sessions.id, sessionId) : undefined,
      ),
    )
    .returning({ expiresAt: sessions.expiresAt });
  return gone.filter(({ expiresAt }) => expiresAt > ctx.securityNow).length;
}

/** The working keys a person made in an account. */
export function workingKeysOf({ ctx }: Run, account: TeamAccount, userId: string) {
  return and(
    eq(apiKeys.agencyId, account.scope.agencyId),
    eq(apiKeys.accountId, account.id),
    eq(apiKeys.createdBy, userId),
    isNull(apiKeys.revokedAt),
    or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, ctx.securityNow)),
  );
}
