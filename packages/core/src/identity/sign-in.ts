import { accounts, memberships, passwords, users } from "@tenantry/db/schema";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { command, type Run } from "../kernel/verb.ts";
import { shutFor } from "../tenancy/shut.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { passwordMatches } from "./passwords.ts";
import { signInAnswer, signInInput } from "./schemas.ts";
import { countTry, forgive, type Limit, networkOf, refuseTooMany } from "./throttle.ts";

const fiveMinutes = 300;

/**
 * Signs a user of this host's realm in, or, with a second step, says that it is still to come. An unknown address, a wrong password, an invited and a disabled user are told
 * alike and take alike: the same queries, one hash.
 */
export const signIn = command("session.create", {
  input: signInInput,
  output: signInAnswer,
  prepare: async (read, input) => {
    const { user, wait } = await read(async (run) => ({
      wait: await countTry(run.tx, run.ctx.tenant, limits(run, input.email)),
      user: await findUser(run, input.email),
    }));
    refuseTooMany(wait);
    const matches = await passwordMatches(user?.hash ?? undefined, input.password);
    if (!matches || !user || user.status !== "active") throw new AppError("wrong_credentials");
    return user;
  },
  run: async (run, input, user) => {
    const { tenant } = run.ctx;
    const shut = shutFor(tenant, user);
    if (shut) throw new AppError(shut);
    // What was true while the password was hashed must still be: a reset in between ends this sign-in too.
    const now = await findUser(run, input.email);
    if (now?.hash !== user.hash || now.status !== "active") throw new AppError("wrong_credentials");
    await forgive(run.tx, tenant, limits(run, input.email));
    const result = await finishSignIn(run, { ...user, hash: now.hash });
    if ("pending" in result)
      return { result, audit: { none: "not signed in yet: the second step is still to come" } };
    return { result, audit: { object: { kind: "user", id: user.userId }, after: { host: tenant.host } } };
  },
});

async function findUser({ tx, ctx }: Run, email: string) {
  const { agencyId, accountId } = ctx.tenant;
  const [user] = await tx
    .select({
      userId: users.id,
      status: users.status,
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
    .leftJoin(passwords, and(eq(passwords.agencyId, users.agencyId), eq(passwords.userId, users.id)))
    .where(
      and(eq(users.agencyId, agencyId), eq(users.realmId, accountId), eq(users.emailCi, email.toLowerCase())),
    )
    // Of several accounts one that is open, so that a customer that was deactivated shuts nobody out of another.
    .orderBy(desc(sql`${accounts.status} = 'active'`), asc(memberships.createdAt))
    .limit(1);
  return user;
}

/** Tries on one address from one network, and from one network. Nothing counts the whole host: strangers could fill it. */
function limits({ ctx }: Run, email: string): Limit[] {
  const network = networkOf(ctx.ip);
  return [
    { key: `sign-in:${email.toLowerCase()}:${network}`, tries: 8, seconds: fiveMinutes },
    { key: `sign-in::${network}`, tries: 60, seconds: fiveMinutes },
  ];
}
