import {
  apiKeys,
  invitations,
  memberships,
  passwords,
  recoveryCodes,
  secondFactors,
} from "@tenantry/db/schema";
import { and, eq, isNull, sql } from "drizzle-orm";
import { revokeTokens } from "../identity/tokens.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import type { TeamAccount } from "./account.ts";
import { refuseLastOwner } from "./owners.ts";
import { endSessions, membershipOf, personToChange, workingKeysOf } from "./person.ts";
import { ended, personInput } from "./schemas.ts";

/**
 * Takes somebody out of an account: sessions end, keys they made are revoked, an open invitation stops working, and
 * password and second step are forgotten. The same address can be invited again and starts anew.
 */
export const removePerson = command("team.remove", {
  input: personInput,
  output: ended,
  object: ({ userId }) => ({ table: "users", id: userId }),
  run: async (run, input) => {
    const { account, person, shown } = await personToChange(run, input);
    const { userId } = input;
    if (person.role === "owner") await refuseLastOwner(run, account, userId);
    const gone = await run.tx
      .update(memberships)
      .set({ state: "removed" })
      .where(and(membershipOf(account, userId), eq(memberships.role, person.role)))
      .returning({ userId: memberships.userId });
    if (gone.length === 0) throw new AppError("conflict");
    const sessions = await endSessions(run, account, userId);
    const keys = await revokeKeys(run, account, userId);
    await revokeInvitations(run, account, userId);
    await forgetSecrets(run, account, userId);
    return {
      result: { person: shown, sessions, keys },
      audit: {
        object: { kind: "user", id: userId },
        before: { email: person.email, role: person.role, state: person.state },
        after: { state: "removed", sessions, keys },
        resellerId: account.scope.resellerId,
        distributorId: account.scope.distributorId,
      },
    };
  },
});

async function revokeKeys(run: Run, account: TeamAccount, userId: string): Promise<number> {
  const revoked = await run.tx
    .update(apiKeys)
    .set({ revokedAt: databaseNow as never })
    .where(workingKeysOf(run, account, userId))
    .returning({ id: apiKeys.id });
  return revoked.length;
}

async function revokeInvitations({ tx }: Run, account: TeamAccount, userId: string): Promise<void> {
  const open = await tx
    .update(invitations)
    .set({ revokedAt: databaseNow as never })
    .where(
      and(
        eq(invitations.agencyId, account.scope.agencyId),
        eq(invitations.accountId, account.id),
        eq(invitations.userId, userId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning({ id: invitations.id });
  for (const { id } of open) await revokeTokens(tx, account.scope.agencyId, id);
}

/** Only where nothing else is left that they sign in to here. */
async function forgetSecrets({ tx }: Run, account: TeamAccount, userId: string): Promise<void> {
  const { agencyId } = account.scope;
  await revokeTokens(tx, agencyId, userId);
  const elsewhere = sql`exists (select 1 from ${memberships} where ${memberships.agencyId} = ${agencyId}
    and ${memberships.userId} = ${userId} and ${memberships.state} <> 'removed')`;
  for (const table of [passwords, recoveryCodes, secondFactors]) {
    await tx
      .delete(table)
      .where(and(eq(table.agencyId, agencyId), eq(table.userId, userId), sql`not ${elsewhere}`));
  }
}
