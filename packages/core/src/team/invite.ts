import { memberships, passwords, users } from "@tenantry/db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { invite } from "../invitations/invite.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { type TeamAccount, teamAccount } from "./account.ts";
import { mayGrant } from "./rules.ts";
import { invited, inviteInput } from "./schemas.ts";

type Input = z.output<typeof inviteInput>;

/**
 * Invites somebody into an account's team. Their place is kept from now on; it is theirs once they accept. Who is in another
 * account of the same host is in at once, with the password they have: a link would let whoever copies it take that over.
 */
export const invitePerson = command("team.invite", {
  input: inviteInput,
  output: invited,
  object: ({ accountId }) => (accountId ? { table: "accounts", id: accountId } : undefined),
  run: async (run, input) => {
    const account = await teamAccount(run, input.accountId);
    const { actor } = run.ctx;
    if (actor.kind !== "user") throw new AppError("forbidden");
    if (account.archived) throw new AppError("conflict");
    if (!mayGrant(actor, account, input.role)) throw fieldError("/role", "role_not_yours");
    const user = await known(run, account, input);
    const userId = user?.id ?? (await newUser(run, account, input));
    await takeIn(run, account, userId, input);
    const { email, role } = input;
    const { scope, id: accountId, realmId, host } = account;
    const url = user?.elsewhere
      ? null
      : await invite(run, { accountId, realmId, scope, userId, host, email, role });
    return {
      result: { userId, url },
      audit: {
        object: { kind: "user", id: userId },
        after: { email, role, account: accountId },
        resellerId: scope.resellerId,
        distributorId: scope.distributorId,
      },
    };
  },
});

/** Somebody this host knows already: removed from the team before, or with a place elsewhere. */
async function known({ tx }: Run, account: TeamAccount, input: Input) {
  const { agencyId } = account.scope;
  const [user] = await tx
    .select({
      id: users.id,
      email: users.email,
      state: memberships.state,
      password: passwords.userId,
      elsewhere: isElsewhere(account),
    })
    .from(users)
    .leftJoin(
      memberships,
      and(
        eq(memberships.agencyId, users.agencyId),
        eq(memberships.userId, users.id),
        eq(memberships.accountId, account.id),
      ),
    )
    .leftJoin(passwords, and(eq(passwords.agencyId, users.agencyId), eq(passwords.userId, users.id)))
    .where(
      and(
        eq(users.agencyId, agencyId),
        eq(users.realmId, account.realmId),
        eq(users.emailCi, input.email.toLowerCase()),
      ),
    );
  if (!user) return undefined;
  if (user.state && user.state !== "removed")
    throw fieldError("/email", user.password ? "already_in_team" : "already_invited");
  if (user.elsewhere) {
    if (!user.password) throw fieldError("/email", "invited_elsewhere");
    return user;
  }
  // The link is good for the address as it is kept now, in whatever case it is typed.
  await tx
    .update(users)
    .set({ email: input.email, updatedAt: databaseNow as never })
    .where(and(eq(users.agencyId, agencyId), eq(users.id, user.id)));
  return user;
}

/** Whether somebody has a place in another account of the same host. */
function isElsewhere({ id }: TeamAccount) {
  return sql<boolean>`exists (select from memberships m where m.agency_id = ${users.agencyId} and m.user_id = ${users.id}
    and m.account_id <> ${id} and m.state <> 'removed')`;
}

/** Throws a field error at /email when a racer was faster with the same address. */
async function newUser({ tx }: Run, { scope, realmId }: TeamAccount, input: Input): Promise<string> {
  const id = newId();
  await tx.insert(users).values({ ...scope, id, realmId, email: input.email, name: input.name ?? "" });
  return id;
}

async function takeIn(
  { tx }: Run,
  { scope, id, customerId }: TeamAccount,
  userId: string,
  { role }: Input,
): Promise<void> {
  await tx
    .insert(memberships)
    .values({ ...scope, userId, accountId: id, customerId, role })
    .onConflictDoUpdate({
      target: [memberships.agencyId, memberships.userId, memberships.accountId],
      set: { role, state: "active" },
    });
}
