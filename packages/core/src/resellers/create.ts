import { takePlace } from "../delegations/room.ts";
import { hashPassword } from "../identity/passwords.ts";
import { invitationUrl } from "../invitations/link.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { newCode, newId } from "../kernel/ids.ts";
import { command } from "../kernel/verb.ts";
import { dropDraft } from "../reseller-drafts/own.ts";
import { loginHost, originOf } from "../tenancy/origin.ts";
import { announceChange } from "../webhooks/announce.ts";
import { checkNewReseller, storedContact } from "./check-new.ts";
import { newOwnerInvitation, setOwnerPassword } from "./first-sign-in.ts";
import { insertReseller } from "./insert.ts";
import { created, createInput } from "./schemas.ts";
import { uplineOf } from "./upline.ts";

/**
 * Makes a reseller whole: account, host, brand, owner and the owner's way in (activation link by default, or a
 * password that must be changed at first sign-in). All of it or nothing. One beneath an upline takes a place there.
 */
export const createReseller = command("reseller.create", {
  beneath: "create",
  input: createInput,
  output: created,
  check: checkNewReseller,
  prepare: async (_read, { firstSignIn, password }) =>
    firstSignIn === "password" ? hashPassword(password ?? "") : undefined,
  run: async (run, input, hash) => {
    const { config } = run.ctx.app;
    const uplineId = await uplineOf(run, input);
    const ids = { uplineId, resellerId: newId(), userId: newId(), code: newCode("reseller") };
    if (uplineId !== run.ctx.tenant.agencyId) await takePlace(run, uplineId);
    const host = loginHost(config, input.loginDomain);
    const invited = hash ? undefined : newOwnerInvitation(run);
    // One statement each, and nothing needs their answers, so none is waited for: they leave in one write with COMMIT,
    // the database takes them in this order, and the failure of any is the transaction's.
    const writing = [
      insertReseller(run, ids, { ...input, ...storedContact(input), host, uplineId }, invited?.invitation),
      announceChange(run, "reseller.created", ids.resellerId),
      // Usage that named it before it existed is driven again.
      input.externalId && enqueue(run.tx, "usage.redrive", {}, "usage.redrive"),
    ];
    Promise.all(writing).catch(() => {});
    if (hash) await setOwnerPassword(run, ids, hash);
    if (input.draftId) await dropDraft(run, input.draftId);
    const activationLink = invited ? invitationUrl(config, host, invited.token) : null;
    const { type, name, email, loginDomain, planId, country, firstSignIn, draftId } = input;
    const under = uplineId === run.ctx.tenant.agencyId ? undefined : uplineId;
    return {
      result: { id: ids.resellerId, code: ids.code, name, address: originOf(config, host), activationLink },
      audit: {
        object: { kind: "reseller", id: ids.resellerId },
        after: { type, name, email, loginDomain, planId, country, firstSignIn, draftId, uplineId: under },
        resellerId: ids.resellerId,
      },
    };
  },
});
