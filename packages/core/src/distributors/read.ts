import { delegationOf } from "../delegations/row.ts";
import { newestInvitation, stateOf } from "../invitations/newest.ts";
import { query } from "../kernel/verb.ts";
import { originOf } from "../tenancy/origin.ts";
import { shownStatus } from "../tenancy/stop-modes.ts";
import { countBeneath } from "./affected.ts";
import { readRows } from "./row.ts";
import { byId, distributor } from "./schemas.ts";

/** One distributor whole: company, contact, host, invitation, its ceiling and who hangs on it. */
export const readDistributor = query("distributor.read", {
  input: byId,
  output: distributor,
  object: ({ id }) => ({ table: "accounts", id }),
  run: async (run, { id }) => {
    const { account, contact, delegation, host } = await readRows(run, id);
    const invitation = await newestInvitation(run.tx, run.ctx.tenant.agencyId, id);
    const { people, customers } = await countBeneath(run, id);
    return {
      ...account,
      ...contact,
      email: account.email ?? "",
      status: shownStatus(account.archivedAt ? "locked" : account.status),
      joinedAt: account.createdAt,
      address: originOf(run.ctx.app.config, host),
      invitation: invitation ? stateOf(invitation, run.ctx.securityNow) : null,
      delegation: delegationOf(delegation),
      ...{ people, customers },
    };
  },
});
