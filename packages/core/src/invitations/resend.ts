import { z } from "zod";
import { id, none } from "../identity/schemas.ts";
import { revokeTokens } from "../identity/tokens.ts";
import { command } from "../kernel/verb.ts";
import { queueMail } from "../platform/mail/queue.ts";
import { renewInvitation } from "./renew.ts";

/** Mails an account's invitation again. Links sent before stop working. */
export const resendInvitation = command("invitation.resend", {
  input: z.strictObject({ accountId: id }),
  output: none,
  object: ({ accountId }) => ({ table: "accounts", id: accountId }),
  run: async (run, { accountId }) => {
    const { invitation } = await renewInvitation(run, accountId);
    await revokeTokens(run.tx, invitation.agencyId, invitation.id);
    await queueMail(run.tx, {
      agencyId: invitation.agencyId,
      distributorId: invitation.distributorId,
      resellerId: invitation.resellerId,
      accountId,
      userId: invitation.userId,
      kind: "invitation",
      subjectId: invitation.id,
      recipient: invitation.email,
    });
    const { resellerId, distributorId } = invitation;
    return {
      result: {},
      audit: { object: { kind: "invitation", id: invitation.id }, resellerId, distributorId },
    };
  },
});
