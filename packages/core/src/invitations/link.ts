import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { mintToken } from "../identity/tokens.ts";
import type { Config } from "../kernel/ctx.ts";
import { command, type Run } from "../kernel/verb.ts";
import { originOf } from "../tenancy/origin.ts";
import { renewInvitation } from "./renew.ts";

/** The page a link opens, on the invited account's own host. */
export function invitationUrl(config: Config, host: string, token: string): string {
  return `${originOf(config, host)}/invitation/${token}`;
}

/** A fresh activation link to copy and pass on (C-46). Links made before go on working until one is used. */
export const makeInvitationLink = command("invitation.link", {
  beneath: "create",
  input: z.strictObject({ accountId: id }),
  output: z.object({ url: z.string() }),
  object: ({ accountId }) => ({ table: "accounts", id: accountId }),
  run: async (run, { accountId }) => {
    const { invitation, url } = await anotherLink(run, accountId);
    const { distributorId, resellerId } = invitation;
    return {
      result: { url },
      audit: { object: { kind: "invitation", id: invitation.id }, resellerId, distributorId },
    };
  },
});

/** One more link of an open invitation, beside those that were sent. */
export async function anotherLink(run: Run, accountId: string, userId?: string) {
  const { invitation, host } = await renewInvitation(run, accountId, userId);
  const { agencyId, distributorId, resellerId, id, expiresAt } = invitation;
  const token = await mintToken(run.tx, {
    agencyId,
    distributorId,
    resellerId,
    purpose: "invitation",
    subjectId: id,
    userId: invitation.userId,
    host,
    expiresAt,
  });
  return { invitation, url: invitationUrl(run.ctx.app.config, host, token) };
}
