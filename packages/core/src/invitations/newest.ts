import type { Tx } from "@tenantry/db";
import { hostnames, invitations, mails } from "@tenantry/db/schema";
import { and, asc, desc, eq } from "drizzle-orm";

/**
 * The newest invitation of a person (without one, of the first owner an account was made with), with its host and the
 * state of its newest mail; undefined when never invited.
 */
export async function newestInvitation(tx: Tx, agencyId: string, accountId: string, userId?: string) {
  const [row] = await tx
    .select({ invitation: invitations, host: hostnames.host, mail: mails.state })
    .from(invitations)
    .innerJoin(
      hostnames,
      and(eq(hostnames.agencyId, invitations.agencyId), eq(hostnames.accountId, invitations.accountId)),
    )
    .leftJoin(mails, and(eq(mails.agencyId, invitations.agencyId), eq(mails.subjectId, invitations.id)))
    .where(
      and(
        eq(invitations.agencyId, agencyId),
        eq(invitations.accountId, accountId),
        userId ? eq(invitations.userId, userId) : eq(invitations.role, "owner"),
        eq(hostnames.isPrimary, true),
      ),
    )
    .orderBy((userId ? desc : asc)(invitations.createdAt), desc(mails.createdAt))
    .limit(1);
  return row;
}

type Newest = NonNullable<Awaited<ReturnType<typeof newestInvitation>>>;

/** How far it has come, at `now`. */
export function stateOf({ invitation, mail }: Newest, now: Date) {
  const { id, email, createdAt, expiresAt, acceptedAt } = invitation;
  const state = acceptedAt
    ? ("accepted" as const)
    : invitation.revokedAt
      ? ("revoked" as const)
      : expiresAt <= now
        ? ("expired" as const)
        : ("sent" as const);
  return { id, email, state, mail, createdAt, expiresAt, acceptedAt };
}
