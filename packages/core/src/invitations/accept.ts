import { accounts, invitations } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { openSession } from "../identity/open-session.ts";
import { checkNewPassword, hashPassword } from "../identity/passwords.ts";
import { startedSession } from "../identity/schemas.ts";
import { setOwnPassword, shortestPassword } from "../identity/set-password.ts";
import { revokeTokens, useToken } from "../identity/tokens.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { queueNotice } from "../notices/queue.ts";
import { shutFor } from "../tenancy/shut.ts";
import { findInvitation } from "./find.ts";
import { acceptInput } from "./schemas.ts";

/** Takes an invitation up: name and password are set, the account counts as activated, the person is signed in. */
export const acceptInvitation = command("invitation.accept", {
  ofRealm: true,
  input: acceptInput,
  output: startedSession,
  prepare: async (read, input) => {
    const { email, minimum } = await read(async (run) => {
      const { invitation } = await findInvitation(run, input.token);
      await markOpened(run, invitation.id);
      return { email: invitation.email, minimum: shortestPassword(run.ctx.tenant.kind) };
    });
    if (input.password !== input.confirm) throw fieldError("/confirm", "passwords_differ");
    checkNewPassword("/password", input.password, minimum, [email, input.name]);
    return hashPassword(input.password);
  },
  run: async (run, input, hash) => {
    const { tenant } = run.ctx;
    const { invitation, accountStatus, user, tokenId } = await findInvitation(run, input.token);
    const shut = shutFor(tenant, { accountId: invitation.accountId, accountStatus });
    if (shut) throw new AppError(shut);
    await useToken(run.tx, tenant.agencyId, tokenId);
    await markAccepted(run, invitation.id);
    await revokeTokens(run.tx, tenant.agencyId, invitation.id);
    await setOwnPassword(run, user.id, hash, { name: input.name });
    await markActivated(run, invitation.accountId);
    await noticeAccepted(run, invitation);
    const result = await openSession(run, {
      userId: user.id,
      accountId: invitation.accountId,
      mustChangePassword: false,
    });
    return {
      result,
      audit: {
        object: { kind: "invitation", id: invitation.id },
        after: { userId: user.id, role: invitation.role },
      },
    };
  },
});

/** Not when the page is looked at: mail scanners look too. */
async function markOpened({ tx, ctx }: Run, id: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ openedAt: databaseNow as never })
    .where(
      and(
        eq(invitations.agencyId, ctx.tenant.agencyId),
        eq(invitations.id, id),
        isNull(invitations.openedAt),
      ),
    );
}

/** Zero rows: somebody was faster with another link of the same invitation. */
async function markAccepted({ tx, ctx }: Run, id: string): Promise<void> {
  const rows = await tx
    .update(invitations)
    .set({ acceptedAt: databaseNow as never })
    .where(
      and(
        eq(invitations.agencyId, ctx.tenant.agencyId),
        eq(invitations.id, id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning({ id: invitations.id });
  if (rows.length === 0) throw new AppError("token_invalid");
}

async function markActivated({ tx, ctx }: Run, accountId: string): Promise<void> {
  await tx
    .update(accounts)
    .set({ activatedAt: databaseNow as never, updatedAt: databaseNow as never })
    .where(
      and(
        eq(accounts.agencyId, ctx.tenant.agencyId),
        eq(accounts.id, accountId),
        isNull(accounts.activatedAt),
      ),
    );
}

/** The agency hears of a reseller's new person, or its upline does; within one team, or of a customer's, whoever invited. */
async function noticeAccepted(
  { tx, ctx }: Run,
  { id, accountId, userId, invitedBy }: typeof invitations.$inferSelect,
): Promise<void> {
  const { agencyId, distributorId } = ctx.tenant;
  const above = distributorId === accountId ? agencyId : distributorId;
  const notice = { kind: "invitation_accepted" as const, subjectId: id, except: userId };
  const ofCustomer = accountId !== ctx.tenant.accountId;
  if (accountId !== agencyId && !ofCustomer) await queueNotice(tx, { ...notice, accountId: above });
  else if (invitedBy) await queueNotice(tx, { ...notice, only: invitedBy });
}
