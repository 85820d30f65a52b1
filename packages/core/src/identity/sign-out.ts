import { sessions } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { none } from "./schemas.ts";

/** Ends the session this request came with. */
export const signOut = command("session.delete", {
  ofRealm: true,
  input: none,
  output: none,
  run: async ({ tx, ctx }) => {
    const { actor, tenant } = ctx;
    if (actor.kind !== "user") throw new AppError("unauthenticated");
    await tx
      .delete(sessions)
      .where(and(eq(sessions.agencyId, tenant.agencyId), eq(sessions.id, actor.sessionId)));
    return { result: {}, audit: { object: { kind: "user", id: actor.userId } } };
  },
});
