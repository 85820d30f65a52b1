import { accounts, invitations } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { inviter } from "./inviter.ts";
import { newestInvitation } from "./newest.ts";

/** How long an invitation can be taken up. */
export const invitationDays = 7;

/** When an invitation made now ends. */
export function invitationEnd(now: Date): Date {
  return new Date(now.getTime() + invitationDays * 86_400_000);
}

/**
 * The open invitation of a person (or of an account's first owner), good for another seven days from now and in the
 * caller's name, who vouches for it from here on. Throws `not_found` when there is none and `conflict` when it has been
 * accepted: there is nothing left to invite to. Below the agency that is so once anybody is in: who is in a reseller's
 * team is no business of its upline.
 */
export async function renewInvitation({ tx, ctx }: Run, accountId: string, userId?: string) {
  const { agencyId } = ctx.tenant;
  const newest = await newestInvitation(tx, agencyId, accountId, userId);
  if (!newest) throw new AppError("not_found");
  if (ctx.scope.kind === "upline" && (await isActivated({ tx, ctx }, accountId)))
    throw new AppError("conflict");
  const expiresAt = invitationEnd(ctx.securityNow);
  const rows = await tx
    .update(invitations)
    .set({ expiresAt, askedAt: null, invitedBy: inviter(ctx) })
    .where(
      and(
        eq(invitations.agencyId, agencyId),
        eq(invitations.id, newest.invitation.id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .returning({ id: invitations.id });
  if (rows.length === 0) throw new AppError("conflict");
  return { ...newest, invitation: { ...newest.invitation, expiresAt } };
}

async function isActivated({ tx, ctx }: Run, accountId: string): Promise<boolean> {
  const [account] = await tx
    .select({ activatedAt: accounts.activatedAt })
    .from(accounts)
    .where(and(eq(accounts.agencyId, ctx.tenant.agencyId), eq(accounts.id, accountId)));
  return account?.activatedAt != null;
}
