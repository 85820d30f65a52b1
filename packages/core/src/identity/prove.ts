import { passwords, sessions } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { UserActor } from "../kernel/ctx.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { takeCode } from "../second-factor/take-code.ts";
import { passwordMatches } from "./passwords.ts";
import { none, proveInput } from "./schemas.ts";
import { countTry, forgive, refuseTooMany } from "./throttle.ts";

/**
 * Proves again who sits at this session, for what asks for it: by a code where there is a second step, because the
 * password alone is what a thief would have, else by the password. It counts for five minutes.
 */
export const proveSession = command("session.prove", {
  ofRealm: true,
  input: proveInput,
  output: none,
  prepare: async (read, input) => {
    const { hash, wait, bySecondStep } = await read(async (run) => ({
      hash: await ownHash(run),
      wait: await countTry(run.tx, run.ctx.tenant, [limit(caller(run))]),
      bySecondStep: caller(run).hasSecondFactor,
    }));
    refuseTooMany(wait);
    if (bySecondStep) return;
    if (!input.password) throw fieldError("/password", "required");
    if (!(await passwordMatches(hash, input.password))) throw fieldError("/password", "password_wrong");
  },
  run: async (run, input) => {
    const me = caller(run);
    const { tenant } = run.ctx;
    if (me.hasSecondFactor) {
      if (!input.code) throw fieldError("/code", "required");
      if (!(await takeCode(run, me, input.code))) throw fieldError("/code", "code_wrong");
    }
    await forgive(run.tx, tenant, [limit(me)]);
    await run.tx
      .update(sessions)
      .set({ provedAt: databaseNow as never })
      .where(and(eq(sessions.agencyId, tenant.agencyId), eq(sessions.id, me.sessionId)));
    return { result: {}, audit: { object: { kind: "user", id: me.userId } } };
  },
});

function caller({ ctx }: Run): UserActor {
  if (ctx.actor.kind !== "user") throw new AppError("unauthenticated");
  return ctx.actor;
}

function limit({ userId }: UserActor) {
  return { key: `prove:${userId}`, tries: 8, seconds: 300 };
}

async function ownHash(run: Run): Promise<string | undefined> {
  const [row] = await run.tx
    .select({ hash: passwords.hash })
    .from(passwords)
    .where(and(eq(passwords.agencyId, run.ctx.tenant.agencyId), eq(passwords.userId, caller(run).userId)));
  return row?.hash;
}
