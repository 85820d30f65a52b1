import { invite } from "../invitations/invite.ts";
import { newCode, newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { checkNewReseller } from "../resellers/check-new.ts";
import { created } from "../resellers/schemas.ts";
import { loginHost, originOf } from "../tenancy/origin.ts";
import { insertDistributor } from "./insert.ts";
import { createInput } from "./schemas.ts";

/**
 * Makes a distributor whole: account, host, brand, the ceiling over it, and its owner with an activation link. All of it
 * or nothing.
 */
export const createDistributor = command("distributor.create", {
  input: createInput,
  output: created,
  check: checkNewReseller,
  run: async (run, input) => {
    const { config } = run.ctx.app;
    const { agencyId } = run.ctx.tenant;
    const host = loginHost(config, input.loginDomain);
    const ids = { id: newId(), userId: newId(), code: newCode("distributor"), host };
    await insertDistributor(run, ids, input);
    const { name, email, loginDomain, country, delegation } = input;
    const activationLink = await invite(run, {
      accountId: ids.id,
      scope: { agencyId, distributorId: ids.id, resellerId: agencyId },
      ...{ userId: ids.userId, host, email, role: "owner" },
    });
    return {
      result: { id: ids.id, code: ids.code, name, address: originOf(config, host), activationLink },
      audit: {
        object: { kind: "distributor", id: ids.id },
        after: { name, email, loginDomain, country, delegation },
        distributorId: ids.id,
      },
    };
  },
});
