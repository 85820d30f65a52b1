import { accounts, passwords, users } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { hashSecret, newSecret } from "../identity/secrets.ts";
import { inviter } from "../invitations/inviter.ts";
import { invitationEnd } from "../invitations/renew.ts";
import { newId } from "../kernel/ids.ts";
import { databaseNow } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";

interface Owner {
  uplineId: string;
  resellerId: string;
  userId: string;
}

/** What a new reseller's owner is invited with: the invitation, its link's token and the mail that carries another. */
export interface OwnerInvitation {
  id: string;
  invitedBy: string | null;
  expiresAt: Date;
  tokenId: string;
  tokenHash: Buffer;
  mailId: string;
}

/** Makes an owner's invitation to be written, and the token of the activation link to copy. */
export function newOwnerInvitation({ ctx }: Run): { invitation: OwnerInvitation; token: string } {
  const tokenId = newId();
  const secret = newSecret();
  const invitation = {
    id: newId(),
    invitedBy: inviter(ctx),
    expiresAt: invitationEnd(ctx.securityNow),
    tokenId,
    tokenHash: hashSecret(secret),
    mailId: newId(),
  };
  return { invitation, token: `${tokenId}.${secret}` };
}

/** Gives a new reseller's owner a password somebody else chose: good for one sign-in, then it must be changed. */
export async function setOwnerPassword(
  { tx, ctx }: Run,
  { uplineId, resellerId, userId }: Owner,
  hash: string,
): Promise<void> {
  const { agencyId } = ctx.tenant;
  await tx.insert(passwords).values({ agencyId, distributorId: uplineId, resellerId, userId, hash });
  await tx
    .update(users)
    .set({ mustChangePassword: true })
    .where(and(eq(users.agencyId, agencyId), eq(users.id, userId)));
  await tx
    .update(accounts)
    .set({ activatedAt: databaseNow as never })
    .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, resellerId)));
}
