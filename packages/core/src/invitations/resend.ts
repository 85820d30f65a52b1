import { z } from "zod";
import { id, none } from "../identity/schemas.ts";
import { revokeTokens } from "../identity/tokens.ts";
import { command, type Run } from "../kernel/verb.ts";
import { queueMail } from "../platform/mail/queue.ts";
import { renewInvitation } from "./renew.ts";

/** Mails an account's invitation again. Links sent before stop working. */
export const resendInvitation = command("invitation.resend", {
  beneath: "create",
  input: z.strictObject({ accountId: id }),
  output: none,
  object: ({ accountId }) => ({ table: "accounts", id: accountId }),
  run: async (run, { accountId }) => {
    const invitation = await mailAgain(run, accountId);
    const { resellerId, distributorId } = invitation;
    return {
      result: {},
      audit: { object: { kind: "invitation", id: invitation.id }, resellerId, distributorId },
    };
  },
});

/** The mail of an open invitation once more, with the earlier links taken back. */
export async function mailAgain(run: Run, accountId: string, userId?: string) {
  const { invitation, realmId } = await renewInvitation(run, accountId, userId);
  const { agencyId, distributorId, resellerId, id } = invitation;
  await revokeTokens(run.tx, agencyId, id);
  await queueMail(run.tx, {
    agencyId,
    distributorId,
    resellerId,
    accountId: realmId,
    userId: invitation.userId,
    kind: "invitation",
    subjectId: id,
    recipient: invitation.email,
  });
  return invitation;
}
