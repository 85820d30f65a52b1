import { mintToken } from "../identity/tokens.ts";
import { newId } from "../kernel/ids.ts";
import type { Run } from "../kernel/verb.ts";
import { queueMail } from "../platform/mail/queue.ts";
import type { Role } from "../roles.ts";
import { inviter } from "./inviter.ts";
import { invitationUrl } from "./link.ts";
import { invitationEnd } from "./renew.ts";

interface Invited {
  accountId: string;
  /** Whose host and brand it is: the account's own, or of a customer its seller's. */
  realmId?: string;
  /** Of the account's rows. */
  scope: { agencyId: string; distributorId: string; resellerId: string };
  userId: string;
  host: string;
  email: string;
  role: Role;
}

const invitationSql = `
  insert into invitations (agency_id, id, account_id, user_id, distributor_id, reseller_id, email, role, invited_by, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** Invites a person whose rows are there to an account, by mail, and answers a link to copy. */
export async function invite(run: Run, invited: Invited): Promise<string> {
  const { tx, ctx } = run;
  const { accountId, realmId = accountId, scope, userId, host, email, role } = invited;
  const id = newId();
  const expiresAt = invitationEnd(ctx.securityNow);
  const [, token] = await Promise.all([
    tx.named("insert_invitation", invitationSql, [
      ...[scope.agencyId, id, accountId, userId, scope.distributorId, scope.resellerId, email, role],
      ...[inviter(ctx), expiresAt],
    ]),
    mintToken(tx, { ...scope, purpose: "invitation", subjectId: id, userId, host, expiresAt }),
    queueMail(tx, {
      ...scope,
      accountId: realmId,
      userId,
      kind: "invitation",
      subjectId: id,
      recipient: email,
    }),
  ]);
  return invitationUrl(ctx.app.config, host, token);
}
