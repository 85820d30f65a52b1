import { accounts, memberships, passwords, users } from "@tenantry/db/schema";
import { and, asc, eq } from "drizzle-orm";
import { AppError, fieldError } from "../kernel/errors.ts";
import { command, type Run } from "../kernel/verb.ts";
import { takeCode } from "../second-factor/take-code.ts";
import { shutFor } from "../tenancy/shut.ts";
import { openSession } from "./open-session.ts";
import { openPending } from "./pending-step.ts";
import { secondStepInput, startedSession } from "./schemas.ts";
import { countTry, forgive, type Limit, networkOf, refuseTooMany } from "./throttle.ts";

const fiveMinutes = 300;

/** The second step of a sign-in: what the password gave, and a code. */
export const passSecondStep = command("second-step.pass", {
  input: secondStepInput,
  output: startedSession,
  prepare: async (read, input) => {
    const wait = await read((run) =>
      countTry(run.tx, run.ctx.tenant, limits(run, opened(run, input.pending).userId)),
    );
    refuseTooMany(wait);
  },
  run: async (run, input) => {
    const { tenant } = run.ctx;
    const { userId, samePassword } = opened(run, input.pending);
    const user = await findUser(run, userId);
    // A new password since, or a place that was lost: the sign-in starts again.
    if (!user || !samePassword(user.hash)) throw new AppError("token_invalid");
    const shut = shutFor(tenant, user);
    if (shut) throw new AppError(shut);
    if (!(await takeCode(run, user, input.code))) throw fieldError("/code", "code_wrong");
    await forgive(run.tx, tenant, limits(run, userId));
    const result = await openSession(run, user);
    return { result, audit: { object: { kind: "user", id: userId }, after: { host: tenant.host } } };
  },
});

function opened({ ctx }: Run, pending: string) {
  return openPending(ctx.app.config.secret, ctx.tenant, pending, ctx.securityNow);
}

async function findUser({ tx, ctx }: Run, userId: string) {
  const { agencyId, accountId } = ctx.tenant;
  const [user] = await tx
    .select({
      userId: users.id,
      email: users.email,
      mustChangePassword: users.mustChangePassword,
      hash: passwords.hash,
      accountId: memberships.accountId,
      accountStatus: accounts.status,
    })
    .from(users)
    .innerJoin(
      memberships,
      and(
        eq(memberships.agencyId, users.agencyId),
        eq(memberships.userId, users.id),
        eq(memberships.state, "active"),
      ),
    )
    .innerJoin(
      accounts,
      and(eq(accounts.agencyId, memberships.agencyId), eq(accounts.id, memberships.accountId)),
    )
    .innerJoin(passwords, and(eq(passwords.agencyId, users.agencyId), eq(passwords.userId, users.id)))
    .where(
      and(
        eq(users.agencyId, agencyId),
        eq(users.realmId, accountId),
        eq(users.id, userId),
        eq(users.status, "active"),
      ),
    )
    .orderBy(asc(memberships.createdAt))
    .limit(1);
  return user;
}

/** Six digits are few: tries count for the person wherever they come from. Only who knows the password gets here. */
function limits({ ctx }: Run, userId: string): Limit[] {
  return [
    { key: `second-step:${userId}`, tries: 8, seconds: fiveMinutes },
    { key: `second-step::${networkOf(ctx.ip)}`, tries: 60, seconds: fiveMinutes },
  ];
}
