import { users } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { languages } from "../contact/countries.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command, query, type Run } from "../kernel/verb.ts";
import { none, personName, profile } from "./schemas.ts";

/** Who the caller is here. */
export const readProfile = query("profile.read", {
  ofRealm: true,
  input: none,
  output: profile,
  run: async (run) => {
    const me = caller(run);
    const { tenant } = run.ctx;
    const { userId, name, email, language, role, accountId } = me;
    return { userId, name, email, language, role, accountId, accountName: tenant.name };
  },
});

/** Changes the caller's own name. */
export const updateProfile = command("profile.update", {
  ofRealm: true,
  input: z.strictObject({ name: personName, language: z.enum(languages, "language_wrong").optional() }),
  output: none,
  run: async (run, input) => {
    const me = caller(run);
    await run.tx
      .update(users)
      .set({ ...input, updatedAt: databaseNow as never })
      .where(and(eq(users.agencyId, run.ctx.tenant.agencyId), eq(users.id, me.userId)));
    return {
      result: {},
      audit: {
        object: { kind: "user", id: me.userId },
        before: { name: me.name, language: me.language },
        after: input,
      },
    };
  },
});

function caller({ ctx }: Run) {
  if (ctx.actor.kind !== "user") throw new AppError("unauthenticated");
  return ctx.actor;
}
