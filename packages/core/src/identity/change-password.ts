import { passwords } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { UserActor } from "../kernel/ctx.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { ownScope } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { queueMail } from "../platform/mail/queue.ts";
import { openSession } from "./open-session.ts";
import { checkNewPassword, hashPassword, passwordMatches } from "./passwords.ts";
import { changePasswordInput, startedSession } from "./schemas.ts";
import { setOwnPassword, shortestPassword } from "./set-password.ts";
import { countTry, forgive, refuseTooMany } from "./throttle.ts";

/** Changes the caller's own password; every other session ends and this one gets a new token. */
export const changePassword = command("password.change", {
  ofRealm: true,
  input: changePasswordInput,
  output: startedSession,
  prepare: async (read, input) => {
    const { hash, me, minimum, wait } = await read(async (run) => ({
      ...(await ownHash(run)),
      wait: await countTry(run.tx, run.ctx.tenant, [limit(user(run))]),
      minimum: shortestPassword(run.ctx.tenant.kind),
      me: user(run),
    }));
    refuseTooMany(wait);
    if (!(await passwordMatches(hash, input.current))) throw fieldError("/current", "password_wrong");
    if (input.password !== input.confirm) throw fieldError("/confirm", "passwords_differ");
    if (input.password === input.current) throw fieldError("/password", "password_same");
    checkNewPassword("/password", input.password, minimum, [me.email, me.name]);
    return hashPassword(input.password);
  },
  run: async (run, _input, hash) => {
    const me = user(run);
    await forgive(run.tx, run.ctx.tenant, [limit(me)]);
    await setOwnPassword(run, me.userId, hash);
    await queueMail(run.tx, {
      ...ownScope(run.ctx.tenant),
      accountId: run.ctx.tenant.accountId,
      userId: me.userId,
      kind: "password_changed",
      subjectId: me.userId,
      recipient: me.email,
    });
    const result = await openSession(run, { ...me, mustChangePassword: false });
    return { result, audit: { object: { kind: "user", id: me.userId } } };
  },
});

function user({ ctx }: Run): UserActor {
  if (ctx.actor.kind !== "user") throw new AppError("unauthenticated");
  return ctx.actor;
}

function limit(me: UserActor) {
  return { key: `change-password:${me.userId}`, tries: 8, seconds: 300 };
}

async function ownHash(run: Run) {
  const [row] = await run.tx
    .select({ hash: passwords.hash })
    .from(passwords)
    .where(and(eq(passwords.agencyId, run.ctx.tenant.agencyId), eq(passwords.userId, user(run).userId)));
  return { hash: row?.hash };
}
