import { sql } from "drizzle-orm";
import { none } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { operatorVerb } from "../kernel/verb.ts";

/** Ends the operator's session. */
export const signOutOperator = operatorVerb("operator-session.delete", "command", {
  input: none,
  output: none,
  run: async (tx, _input, ctx) => {
    if (ctx.actor.kind !== "operator") throw new AppError("unauthenticated");
    await tx.execute(sql`delete from platform.operator_sessions where id = ${ctx.actor.sessionId}`);
    return {};
  },
});
