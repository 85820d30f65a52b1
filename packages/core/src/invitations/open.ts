import { query } from "../kernel/verb.ts";
import { findInvitation } from "./find.ts";
import { openedInvitation, openInput } from "./schemas.ts";

/** What an invitation is for. Looking consumes nothing. */
export const openInvitation = query("invitation.open", {
  ofRealm: true,
  input: openInput,
  output: openedInvitation,
  run: async (run, input) => {
    const { invitation, user } = await findInvitation(run, input.token);
    return {
      accountName: run.ctx.tenant.name,
      email: invitation.email,
      name: user.name,
      role: invitation.role,
      expiresAt: invitation.expiresAt,
    };
  },
});
