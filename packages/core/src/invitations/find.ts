import { accounts, invitations, memberships, users } from "@tenantry/db/schema";
import { and, eq, sql } from "drizzle-orm";
import { readToken } from "../identity/tokens.ts";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";

/**
 * The invitation behind a link, when it may still be accepted: open, not past, the invited user active, and whoever
 * invited still in a place to do so. Throws `token_invalid` for every other case alike.
 */
export async function findInvitation(run: Run, token: string) {
  const { tx, ctx } = run;
  const { agencyId, host } = ctx.tenant;
  const link = await readToken(tx, { agencyId, host, purpose: "invitation", now: ctx.securityNow }, token);
  const [found] = await tx
    .select({ invitation: invitations, user: users, accountStatus: accounts.status })
    .from(invitations)
    .innerJoin(users, and(eq(users.agencyId, invitations.agencyId), eq(users.id, invitations.userId)))
    .innerJoin(
      memberships,
      and(
        eq(memberships.agencyId, invitations.agencyId),
        eq(memberships.userId, invitations.userId),
        eq(memberships.accountId, invitations.accountId),
        eq(memberships.state, "active"),
      ),
    )
    .innerJoin(
      accounts,
      and(eq(accounts.agencyId, invitations.agencyId), eq(accounts.id, invitations.accountId)),
    )
    .where(and(eq(invitations.agencyId, agencyId), eq(invitations.id, link.subjectId)));
  const open =
    found &&
    !found.invitation.acceptedAt &&
    !found.invitation.revokedAt &&
    found.invitation.expiresAt > ctx.securityNow &&
    found.user.status === "active" &&
    found.user.email === found.invitation.email;
  if (!open || !(await inviterMayStill(run, found.invitation))) throw new AppError("token_invalid");
  return { ...found, tokenId: link.id };
}

/**
 * Nobody invites from a place they have lost, or to a role they could no longer give. An agency's own owner is invited
 * by the installation: no inviter. A reseller's scope cannot see the agency's people, so the question goes to a
 * function that answers yes or no.
 */
async function inviterMayStill(
  { tx, ctx }: Run,
  { invitedBy, accountId, role }: Pick<typeof invitations.$inferSelect, "invitedBy" | "accountId" | "role">,
): Promise<boolean> {
  if (!invitedBy) return true;
  const { rows } = await tx.execute<{ may: boolean }>(
    sql`select app.may_invite(${ctx.tenant.agencyId}, ${invitedBy}, ${accountId}, ${role}) as may`,
  );
  return rows[0]?.may ?? false;
}
