import { inTenant } from "@tenantry/db";
import { auditEntries, mails, users } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import type { Jobs } from "../jobs/catalogue.ts";
import type { App } from "../kernel/ctx.ts";
import { newId } from "../kernel/ids.ts";
import { queueMail } from "../platform/mail/queue.ts";

/**
 * The worker's half of `forgotPassword`: queues the mail and tells the audit, when there is such a person. The mail's id
 * comes with the job, so that a job taken twice makes one mail.
 */
export async function mailReset(
  app: App,
  { agencyId, userId, mailId, requestId }: Jobs["password.forgot"] & { agencyId: string },
): Promise<void> {
  const scope = { agency: agencyId, kind: "agency" as const, account: agencyId };
  await inTenant(app.pool, scope, async (tx) => {
    const [user] = await tx
      .select()
      .from(users)
      .where(and(eq(users.agencyId, agencyId), eq(users.id, userId), eq(users.status, "active")));
    const [made] = await tx
      .select({ id: mails.id })
      .from(mails)
      .where(and(eq(mails.agencyId, agencyId), eq(mails.id, mailId)));
    if (!user || made) return;
    const { distributorId, resellerId } = user;
    await queueMail(tx, {
      id: mailId,
      agencyId,
      distributorId,
      resellerId,
      accountId: user.realmId,
      userId,
      kind: "password_reset",
      subjectId: userId,
      recipient: user.email,
    });
    await tx.insert(auditEntries).values({
      agencyId,
      id: newId(),
      actorKind: "anonymous",
      actorId: "anonymous",
      action: "password.forgot",
      objectKind: "user",
      objectId: userId,
      distributorId,
      resellerId,
      requestId,
    });
  });
}
