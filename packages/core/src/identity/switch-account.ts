import type { Tx } from "@tenantry/db";
import { accounts, memberships, sessions, users } from "@tenantry/db/schema";
import { and, eq, gte, isNull } from "drizzle-orm";
import { z } from "zod";
import type { UserActor } from "../kernel/ctx.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { shutFor } from "../tenancy/shut.ts";
import { id, none } from "./schemas.ts";

/**
 * Goes over to another account of this host that the caller is in: the session is that one's from the next request on. Throws
 * `not_found` where they are not in it, and what shuts them out where they are.
 */
export const switchAccount = command("session.switch", {
  ofRealm: true,
  input: z.strictObject({ accountId: id }),
  output: none,
  run: async ({ tx, ctx }, { accountId }) => {
    const { actor, tenant } = ctx;
    if (actor.kind !== "user") throw new AppError("unauthenticated");
    const { agencyId } = tenant;
    const [account] = await tx
      .select({ status: accounts.status })
      .from(memberships)
      .innerJoin(
        accounts,
        and(eq(accounts.agencyId, memberships.agencyId), eq(accounts.id, memberships.accountId)),
      )
      .where(
        and(
          eq(memberships.agencyId, agencyId),
          eq(memberships.userId, actor.userId),
          eq(memberships.accountId, accountId),
          eq(memberships.state, "active"),
          isNull(accounts.archivedAt),
        ),
      );
    if (!account) throw new AppError("not_found");
    const shut = shutFor(tenant, { accountId, accountStatus: account.status });
    if (shut) throw new AppError(shut);
    if (accountId === actor.accountId) return { result: {}, audit: { none: "asked for what already was" } };
    await goOver(tx, agencyId, actor, accountId);
    return {
      result: {},
      audit: {
        object: { kind: "user", id: actor.userId },
        before: { account: actor.accountId },
        after: { account: accountId },
      },
    };
  },
});

/**
 * The session counts from now on, because an account lets in no session older than itself. Whoever ends all of the person's sessions
 * meanwhile is waited for, and ends this one too.
 */
async function goOver(
  tx: Tx,
  agencyId: string,
  { userId, sessionId }: UserActor,
  accountId: string,
): Promise<void> {
  const [user] = await tx
    .select({ validFrom: users.sessionsValidFrom })
    .from(users)
    .where(and(eq(users.agencyId, agencyId), eq(users.id, userId)))
    .for("share");
  const moved = await tx
    .update(sessions)
    .set({ accountId, createdAt: databaseNow as never })
    .where(
      and(
        eq(sessions.agencyId, agencyId),
        eq(sessions.id, sessionId),
        user ? gte(sessions.createdAt, user.validFrom) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  if (moved.length === 0) throw new AppError("unauthenticated");
}
