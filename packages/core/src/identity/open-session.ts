import { memberships, sessions } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { databaseNow, ownScope } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import { hashSecret } from "./secrets.ts";
import { lifetimeOf } from "./session-actor.ts";
import { startSession } from "./sessions.ts";

interface Member {
  userId: string;
  accountId: string;
  mustChangePassword: boolean;
}

/** Starts and stores a session on this host for a user in one of their accounts. */
export async function openSession({ ctx, tx }: Run, member: Member) {
  const { id, secret, token, expiresAt, endsAt } = await startSession(
    member.userId,
    lifetimeOf(ctx.tenant),
    ctx.securityNow,
  );
  await Promise.all([
    tx.insert(sessions).values({
      ...ownScope(ctx.tenant),
      id,
      userId: member.userId,
      accountId: member.accountId,
      host: ctx.tenant.host,
      secretHash: hashSecret(secret),
      expiresAt,
      endsAt,
      ip: ctx.ip,
      userAgent: ctx.userAgent,
    }),
    tx
      .update(memberships)
      .set({ lastSeenAt: databaseNow as never })
      .where(
        and(
          eq(memberships.agencyId, ctx.tenant.agencyId),
          eq(memberships.userId, member.userId),
          eq(memberships.accountId, member.accountId),
        ),
      ),
  ]);
  return { token, endsAt, mustChangePassword: member.mustChangePassword };
}
