import { sessions } from "@tenantry/db/schema";
import { and, eq, ne } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { none } from "./schemas.ts";

/** Ends all of the caller's own sessions but the one that asks: every other device is signed out on its next request. */
export const revokeOtherSessions = command("session.revoke-others", {
  ofRealm: true,
  input: none,
  output: none,
  run: async ({ tx, ctx }) => {
    const { actor, tenant } = ctx;
    if (actor.kind !== "user") throw new AppError("unauthenticated");
    const gone = await tx
      .delete(sessions)
      .where(
        and(
          eq(sessions.agencyId, tenant.agencyId),
          eq(sessions.userId, actor.userId),
          ne(sessions.id, actor.sessionId),
        ),
      )
      .returning({ id: sessions.id });
    return {
      result: {},
      audit:
        gone.length > 0
          ? {
              object: { kind: "user", id: actor.userId },
              before: { sessions: gone.map(({ id }) => id).toSorted() },
            }
          : { none: "there was no other session" },
    };
  },
});
