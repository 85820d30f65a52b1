import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { mintToken } from "../identity/tokens.ts";
import type { Config } from "../kernel/ctx.ts";
import { command } from "../kernel/verb.ts";
import { originOf } from "../tenancy/origin.ts";
import { renewInvitation } from "./renew.ts";

/** The page a link opens, on the invited account's own host. */
export function invitationUrl(config: Config, host: string, token: string): string {
  return `${originOf(config, host)}/invitation/${token}`;
}

/** A fresh activation link to copy and pass on (C-46). Links made before go on working until one is used. */
export const makeInvitationLink = command("invitation.link", {
  input: z.strictObject({ accountId: id }),
  output: z.object({ url: z.string() }),
  object: ({ accountId }) => ({ table: "accounts", id: accountId }),
  run: async (run, { accountId }) => {
    const { invitation, host } = await renewInvitation(run, accountId);
    const { agencyId, distributorId, resellerId, userId } = invitation;
    const token = await mintToken(run.tx, {
      agencyId,
      distributorId,
      resellerId,
      purpose: "invitation",
      subjectId: invitation.id,
      userId,
      host,
      expiresAt: invitation.expiresAt,
    });
    return {
      result: { url: invitationUrl(run.ctx.app.config, host, token) },
      audit: { object: { kind: "invitation", id: invitation.id }, resellerId, distributorId },
    };
  },
});
