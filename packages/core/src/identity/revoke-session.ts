import { sessions } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { none } from "./schemas.ts";

/** Ends one of the caller's own sessions: that device is signed out on its next request. */
export const revokeSession = command("session.revoke", {
  ofRealm: true,
  input: z.strictObject({ id: z.string().max(64, "too_long") }),
  output: none,
  object: ({ id }) => ({ table: "sessions", id }),
  run: async ({ tx, ctx }, { id }) => {
    const { actor, tenant } = ctx;
    if (actor.kind !== "user") throw new AppError("unauthenticated");
    const gone = await tx
      .delete(sessions)
      .where(
        and(eq(sessions.agencyId, tenant.agencyId), eq(sessions.id, id), eq(sessions.userId, actor.userId)),
      )
      .returning({ id: sessions.id });
    if (gone.length === 0) throw new AppError("not_found");
    return { result: {}, audit: { object: { kind: "user", id: actor.userId }, before: { session: id } } };
  },
});
