import { sessions } from "@tenantry/db/schema";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { none, sessionRow } from "./schemas.ts";

/** The caller's own live sessions, newest use first. */
export const listSessions = query("session.list", {
  ofRealm: true,
  input: none,
  output: z.object({ sessions: z.array(sessionRow) }),
  run: async ({ tx, ctx }) => {
    const { actor, tenant } = ctx;
    if (actor.kind !== "user") throw new AppError("unauthenticated");
    const rows = await tx
      .select()
      .from(sessions)
      .where(
        and(
          eq(sessions.agencyId, tenant.agencyId),
          eq(sessions.userId, actor.userId),
          gt(sessions.expiresAt, sql`now()`),
        ),
      )
      .orderBy(desc(sessions.lastSeenAt))
      .limit(100);
    return { sessions: rows.map((row) => ({ ...row, current: row.id === actor.sessionId })) };
  },
});
