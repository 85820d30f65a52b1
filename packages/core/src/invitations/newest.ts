import type { Tx } from "@tenantry/db";
import { hostnames, invitations, mails, users } from "@tenantry/db/schema";
import { and, desc, eq, sql } from "drizzle-orm";

/**
 * The newest invitation of a person (without one, of the first owner an account was made with, whoever was invited
 * later), with its host and the state of its newest mail; undefined when never invited.
 */
export async function newestInvitation(tx: Tx, agencyId: string, accountId: string, userId?: string) {
  const [row] = await tx
    .select({ invitation: invitations, realmId: users.realmId, host: hostnames.host, mail: mails.state })
    .from(invitations)
    // A customer's people sign in at its seller's host.
    .innerJoin(users, and(eq(users.agencyId, invitations.agencyId), eq(users.id, invitations.userId)))
    .innerJoin(
      hostnames,
      and(eq(hostnames.agencyId, invitations.agencyId), eq(hostnames.accountId, users.realmId)),
    )
    .leftJoin(mails, and(eq(mails.agencyId, invitations.agencyId), eq(mails.subjectId, invitations.id)))
    .where(
      and(
        eq(invitations.agencyId, agencyId),
        eq(invitations.accountId, accountId),
        eq(invitations.userId, userId ?? firstOf(agencyId, accountId)),
        eq(hostnames.isPrimary, true),
      ),
    )
    .orderBy(desc(invitations.createdAt), desc(mails.createdAt))
    .limit(1);
  return row;
}

/** The person an account was made with. */
function firstOf(agencyId: string, accountId: string) {
  return sql<string>`(select ${users.id} from ${users} where ${users.agencyId} = ${agencyId}
    and ${users.realmId} = ${accountId} order by ${users.createdAt}, ${users.id} limit 1)`;
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
