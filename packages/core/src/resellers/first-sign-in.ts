import { accounts, passwords, users } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { mintToken } from "../identity/tokens.ts";
import { invitationUrl } from "../invitations/link.ts";
import { invitationEnd } from "../invitations/renew.ts";
import { newId } from "../kernel/ids.ts";
import { databaseNow } from "../kernel/rows.ts";
import type { Run } from "../kernel/verb.ts";
import { queueMail } from "../platform/mail/queue.ts";

interface Owner {
  resellerId: string;
  userId: string;
  host: string;
  email: string;
}

const invitationSql = `
  insert into invitations (agency_id, id, account_id, user_id, distributor_id, reseller_id, email, role, invited_by, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, 'owner', $8, $9)`;

/** Invites a new reseller's owner by mail and answers the activation link to copy. */
export async function inviteOwner(run: Run, owner: Owner): Promise<string> {
  const { tx, ctx } = run;
  const scope = scopeOf(run, owner);
  const id = newId();
  const expiresAt = invitationEnd(ctx.securityNow);
  const { userId, host, email, resellerId } = owner;
  const [, token] = await Promise.all([
    tx.named("insert_invitation", invitationSql, [
      ...[scope.agencyId, id, resellerId, userId, scope.distributorId, resellerId, email],
      ...[inviter(run), expiresAt],
    ]),
    mintToken(tx, { ...scope, purpose: "invitation", subjectId: id, userId, host, expiresAt }),
    queueMail(tx, {
      ...scope,
      accountId: resellerId,
      userId,
      kind: "invitation",
      subjectId: id,
      recipient: email,
    }),
  ]);
  return invitationUrl(ctx.app.config, host, token);
}

/** Gives a new reseller's owner a password somebody else chose: good for one sign-in, then it must be changed. */
export async function setOwnerPassword(run: Run, owner: Owner, hash: string): Promise<null> {
  const { tx } = run;
  const { agencyId, ...scope } = scopeOf(run, owner);
  await tx.insert(passwords).values({ agencyId, ...scope, userId: owner.userId, hash });
  await tx
    .update(users)
    .set({ mustChangePassword: true })
    .where(and(eq(users.agencyId, agencyId), eq(users.id, owner.userId)));
  await tx
    .update(accounts)
    .set({ activatedAt: databaseNow as never })
    .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, owner.resellerId)));
  return null;
}

function scopeOf({ ctx }: Run, { resellerId }: Owner) {
  return { agencyId: ctx.tenant.agencyId, distributorId: ctx.tenant.distributorId, resellerId };
}

/** A key invites in its creator's name; a job (a command line) in nobody's. */
function inviter({ ctx }: Run): string | null {
  if (ctx.actor.kind === "user") return ctx.actor.userId;
  return ctx.actor.kind === "key" ? ctx.actor.creatorId : null;
}
