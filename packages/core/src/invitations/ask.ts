import { invitations, tokens } from "@tenantry/db/schema";
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { z } from "zod";
import { none, token } from "../identity/schemas.ts";
import { secretMatches, splitToken } from "../identity/secrets.ts";
import { countTry, networkOf, refuseTooMany } from "../identity/throttle.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command, type Run } from "../kernel/verb.ts";
import { queueNotice } from "../notices/queue.ts";

/**
 * Asks for a new link in place of one that has run out: whoever invited is told, once a day at most. Throws
 * `token_invalid` for a link that never was for here, or whose invitation is no longer open.
 */
export const askForInvitation = command("invitation.ask", {
  ofRealm: true,
  input: z.strictObject({ token }),
  output: none,
  prepare: async (read) => {
    const wait = await read(({ tx, ctx }) =>
      countTry(tx, ctx.tenant, [{ key: `ask::${networkOf(ctx.ip)}`, tries: 20, seconds: 3_600 }]),
    );
    refuseTooMany(wait);
  },
  run: async (run, input) => {
    const { id, invitedBy, askedAt } = await invitationOf(run, input.token);
    if (askedAt && askedAt > dayBefore(run)) return { result: {}, audit: { none: "told already today" } };
    await markAsked(run, id);
    // An agency's first owner was invited by the installation, whose operator reads a list of its own.
    if (invitedBy) await queueNotice(run.tx, { kind: "invitation_asked", subjectId: id, only: invitedBy });
    return { result: {}, audit: { object: { kind: "invitation", id } } };
  },
});

/** The open invitation behind a link of this host; neither the link's end nor that it was replaced matters. */
async function invitationOf({ tx, ctx }: Run, text: string) {
  const parts = splitToken(text);
  if (!parts || !z.guid().safeParse(parts.id).success) throw new AppError("token_invalid");
  const { agencyId, host } = ctx.tenant;
  const [found] = await tx
    .select({
      link: tokens,
      id: invitations.id,
      invitedBy: invitations.invitedBy,
      askedAt: invitations.askedAt,
    })
    .from(tokens)
    .innerJoin(
      invitations,
      and(eq(invitations.agencyId, tokens.agencyId), eq(invitations.id, tokens.subjectId)),
    )
    .where(
      and(
        eq(tokens.agencyId, agencyId),
        eq(tokens.id, parts.id),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    );
  const good =
    found?.link.host === host &&
    found.link.purpose === "invitation" &&
    secretMatches(parts.secret, found.link.secretHash);
  if (!found || !good) throw new AppError("token_invalid");
  return found;
}

function dayBefore({ ctx }: Pick<Run, "ctx">): Date {
  return new Date(ctx.securityNow.getTime() - 86_400_000);
}

/** Of several who ask at once one gets through; the others meet a conflict. */
async function markAsked({ tx, ctx }: Run, id: string): Promise<void> {
  const asked = await tx
    .update(invitations)
    .set({ askedAt: databaseNow as never })
    .where(
      and(
        eq(invitations.agencyId, ctx.tenant.agencyId),
        eq(invitations.id, id),
        or(isNull(invitations.askedAt), lt(invitations.askedAt, dayBefore({ ctx }))),
      ),
    )
    .returning({ id: invitations.id });
  if (asked.length === 0) throw new AppError("conflict");
}
