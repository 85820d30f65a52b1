import { memberships, users } from "@tenantry/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { AppError, fieldError } from "../kernel/errors.ts";
import { ownScope } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { queueMail } from "../platform/mail/queue.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { checkNewPassword, hashPassword } from "./passwords.ts";
import { newPasswordInput, signInAnswer } from "./schemas.ts";
import { setOwnPassword, shortestPassword } from "./set-password.ts";
import { readToken, revokeTokens, useToken } from "./tokens.ts";

/**
 * Sets a new password by a mailed link, ends every other session and signs the caller in; somebody with a second step
 * still has to pass it, because whoever reads the mail is not yet the person.
 */
export const resetPassword = command("password.reset", {
  input: newPasswordInput,
  output: signInAnswer,
  prepare: async (read, input) => {
    const user = await read((run) => userOf(run, input.token));
    if (input.password !== input.confirm) throw fieldError("/confirm", "passwords_differ");
    checkNewPassword("/password", input.password, user.minimum, [user.email, user.name]);
    return hashPassword(input.password);
  },
  run: async (run, input, hash) => {
    const user = await userOf(run, input.token);
    const { tenant } = run.ctx;
    await useToken(run.tx, tenant.agencyId, user.tokenId);
    await revokeTokens(run.tx, tenant.agencyId, user.userId);
    await setOwnPassword(run, user.userId, hash);
    await queueMail(run.tx, {
      ...ownScope(tenant),
      accountId: tenant.accountId,
      userId: user.userId,
      kind: "password_changed",
      subjectId: user.userId,
      recipient: user.email,
    });
    const result = await finishSignIn(run, { ...user, mustChangePassword: false, hash });
    return { result, audit: { object: { kind: "user", id: user.userId } } };
  },
});

async function userOf({ tx, ctx }: Run, token: string) {
  const { agencyId, host, kind } = ctx.tenant;
  const row = await readToken(tx, { agencyId, host, purpose: "password_reset", now: ctx.securityNow }, token);
  const [user] = await tx
    .select({ userId: users.id, email: users.email, name: users.name, accountId: memberships.accountId })
    .from(users)
    .innerJoin(memberships, and(eq(memberships.agencyId, users.agencyId), eq(memberships.userId, users.id)))
    .where(
      and(
        eq(users.agencyId, agencyId),
        eq(users.id, row.userId),
        eq(users.status, "active"),
        eq(memberships.state, "active"),
      ),
    )
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  if (!user) throw new AppError("token_invalid");
  return { ...user, tokenId: row.id, minimum: shortestPassword(kind) };
}
