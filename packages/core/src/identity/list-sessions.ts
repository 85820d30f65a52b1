import { accounts, sessions, users } from "@tenantry/db/schema";
import { and, desc, eq, gt, gte, sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { none, sessionRow } from "./schemas.ts";

/** The caller's own live sessions, newest use first. One that a new password or a lock has ended is not listed. */
export const listSessions = query("session.list", {
  ofRealm: true,
  input: none,
  output: z.object({ sessions: z.array(sessionRow) }),
  run: async ({ tx, ctx }) => {
    const { actor, tenant } = ctx;
    if (actor.kind !== "user") throw new AppError("unauthenticated");
    const rows = await tx
      .select({ session: sessions })
      .from(sessions)
      .innerJoin(users, and(eq(users.agencyId, sessions.agencyId), eq(users.id, sessions.userId)))
      .innerJoin(accounts, and(eq(accounts.agencyId, sessions.agencyId), eq(accounts.id, sessions.accountId)))
      .where(
        and(
          eq(sessions.agencyId, tenant.agencyId),
          eq(sessions.userId, actor.userId),
          gt(sessions.expiresAt, sql`now()`),
          gte(sessions.createdAt, users.sessionsValidFrom),
          gte(sessions.createdAt, accounts.sessionsValidFrom),
        ),
      )
      .orderBy(desc(sessions.lastSeenAt))
      .limit(100);
    return { sessions: rows.map(({ session }) => ({ ...session, current: session.id === actor.sessionId })) };
  },
});
