import { invitations, memberships } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { none } from "../identity/schemas.ts";
import { inviter } from "../invitations/inviter.ts";
import { AppError } from "../kernel/errors.ts";
import { command, type Run } from "../kernel/verb.ts";
import type { TeamAccount } from "./account.ts";
import { refuseLastOwner } from "./owners.ts";
import { membershipOf, personToChange } from "./person.ts";
import { mayGrant } from "./rules.ts";
import { roleInput } from "./schemas.ts";

/** Gives somebody another role; it counts from their next request on. */
export const changeRole = command("team.change-role", {
  input: roleInput,
  output: none,
  object: ({ userId }) => ({ table: "users", id: userId }),
  run: async (run, input) => {
    const { account, person } = await personToChange(run, input);
    if (run.ctx.actor.kind !== "user" || !mayGrant(run.ctx.actor, account, input.role))
      throw new AppError("forbidden");
    if (person.role === input.role) return { result: {}, audit: { none: "asked for what already was" } };
    if (person.role === "owner" && person.state === "active")
      await refuseLastOwner(run, account, input.userId);
    const changed = await run.tx
      .update(memberships)
      .set({ role: input.role })
      .where(and(membershipOf(account, input.userId), eq(memberships.role, person.role)))
      .returning({ userId: memberships.userId });
    if (changed.length === 0) throw new AppError("conflict");
    await vouch(run, account, input);
    return {
      result: {},
      audit: {
        object: { kind: "user", id: input.userId },
        before: { role: person.role },
        after: { role: input.role },
        resellerId: account.scope.resellerId,
        distributorId: account.scope.distributorId,
      },
    };
  },
});

/** An invitation that is still open is for the new role, in the name of whoever gave it. */
async function vouch(
  { tx, ctx }: Run,
  account: TeamAccount,
  { userId, role }: z.output<typeof roleInput>,
): Promise<void> {
  await tx
    .update(invitations)
    .set({ role, invitedBy: inviter(ctx) })
    .where(
      and(
        eq(invitations.agencyId, account.scope.agencyId),
        eq(invitations.accountId, account.id),
        eq(invitations.userId, userId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
}
