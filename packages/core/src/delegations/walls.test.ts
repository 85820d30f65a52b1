import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAccess } from "../access/read.ts";
import { listAudit } from "../audit/list.ts";
import { readAudit } from "../audit/read.ts";
import { readBrand } from "../branding/read.ts";
import { updateBrand } from "../branding/update.ts";
import { createCustomer } from "../customers/create.ts";
import { archiveDistributor } from "../distributors/archive.ts";
import { makeInvitationLink } from "../invitations/link.ts";
import { resendInvitation } from "../invitations/resend.ts";
import { createPlan } from "../plans/create.ts";
import { readPlan } from "../plans/read.ts";
import { activateReseller } from "../resellers/activate.ts";
import { archiveReseller } from "../resellers/archive.ts";
import { createReseller } from "../resellers/create.ts";
import { deactivateReseller } from "../resellers/deactivate.ts";
import { readReseller } from "../resellers/read.ts";
import { restoreReseller } from "../resellers/restore.ts";
import { invitePerson } from "../team/invite.ts";
import { letters as lettersOf } from "../testing/agency.ts";
import {
  type Agency,
  asUpline,
  contextFor,
  newAgency,
  newDistributor,
  newReseller,
  newResellerOf,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { decideUsage } from "../usage/decide.ts";

// What an upline does not get at: its resellers' people, brand, plans and who did what inside; the agency's decisions.
const app: TestApp = await openTestApp();
let agency: Agency;
beforeAll(async () => {
  agency = await newAgency(app);
});
afterAll(() => app.close());

const letters = () => lettersOf(14);
const refusal = (code: string) => expect.objectContaining({ code });

describe.each(["distributor", "reseller"] as const)("a %s as upline", (kind) => {
  const newUpline = async () =>
    kind === "distributor"
      ? newDistributor(app, agency)
      : asUpline(app, agency, await newReseller(app, agency));

  it("gets no way in through whom its reseller's own people invited", async () => {
    const upline = await newUpline();
    const own = await newResellerOf(app, agency, upline);
    const withPassword = await createReseller(await upline.ctx(), {
      ...resellerInput(letters()),
      ...{ firstSignIn: "password", password: "correct horse staple 9", confirm: "correct horse staple 9" },
    });
    const theirs = await contextFor(app, own.host, own.owner.session);
    const owner = (accountId?: string) => ({
      ...{ email: `${letters()}@example.com`, name: "Co Owner", role: "owner" as const, accountId },
    });
    await invitePerson(theirs, owner());
    await invitePerson(await agency.ctx(), owner(withPassword.id));
    for (const accountId of [own.id, withPassword.id])
      for (const verb of [makeInvitationLink, resendInvitation])
        await expect(verb(await upline.ctx(), { accountId })).rejects.toEqual(
          refusal(accountId === own.id ? "conflict" : "not_found"),
        );
    expect((await readReseller(await agency.ctx(), { id: withPassword.id })).invitation).toBeNull();
  });

  it("gets no new link for the first owner once somebody is in", async () => {
    const upline = await newUpline();
    const made = await createReseller(await upline.ctx(), resellerInput(letters()));
    await makeInvitationLink(await upline.ctx(), { accountId: made.id });
    await app.admin.query("update accounts set activated_at = now() where id = $1", [made.id]);
    await expect(makeInvitationLink(await upline.ctx(), { accountId: made.id })).rejects.toEqual(
      refusal("conflict"),
    );
    await makeInvitationLink(await agency.ctx(), { accountId: made.id });
  });

  it("neither sees nor changes its reseller's brand and plans", async () => {
    const upline = await newUpline();
    const own = await newResellerOf(app, agency, upline);
    const accountId = own.id;
    const brand = { accountId, color: "#123456", supportEmail: "evil@example.com" };
    await expect(updateBrand(await upline.ctx(), brand)).rejects.toEqual(refusal("not_found"));
    await expect(readBrand(await upline.ctx(), { accountId })).rejects.toEqual(refusal("not_found"));
    const theirs = await contextFor(app, own.host, own.owner.session);
    const plan = await createPlan(theirs, { name: `Own ${letters()}` });
    await expect(readPlan(await upline.ctx(), { id: plan.id })).rejects.toEqual(refusal("not_found"));
    expect((await readPlan(theirs, { id: plan.id })).id).toBe(plan.id);
  });

  it("is not told who did what inside its reseller, nor from where", async () => {
    const upline = await newUpline();
    const own = await newResellerOf(app, agency, upline);
    const theirs = await contextFor(app, own.host, own.owner.session);
    await createPlan(theirs, { name: `Own ${letters()}` });
    const all = await listAudit(await upline.ctx(), { beneath: true, limit: 100 });
    const inside = all.entries.filter(({ action }) => action === "plan.create");
    expect(inside).toHaveLength(1);
    const ofItself = all.entries.filter(
      ({ object, host }) => object.kind !== "reseller" && host === upline.host,
    );
    expect(ofItself.map(({ action }) => action)).toEqual([]);
    for (const entry of inside) {
      expect({ ...entry.actor, ip: entry.ip, host: entry.host }).toEqual({
        ...{ kind: "outside", id: null, name: null, ip: null, host: null },
      });
      expect(await readAudit(await upline.ctx(), { id: entry.id, beneath: true })).toEqual(entry);
    }
    const made = all.entries.find(({ action }) => action === "reseller.create");
    expect(made).toMatchObject({ actor: { kind: "user", id: expect.any(String) }, host: upline.host });
    const owns = await listAudit(await upline.ctx(), { limit: 100 });
    expect(owns.entries.filter(({ action }) => action === "plan.create")).toEqual([]);
    const named = await listAudit(await upline.ctx(), { beneath: true, search: own.owner.email });
    expect(named.entries).toEqual([]);
  });

  it("lifts no stop and no deletion that the agency has put over its own", async () => {
    const upline = await newUpline();
    const { id } = await newResellerOf(app, agency, upline);
    await deactivateReseller(await upline.ctx(), { id });
    expect(await readReseller(await agency.ctx(), { id })).toMatchObject({ stoppedByUpline: true });
    expect(await deactivateReseller(await agency.ctx(), { id })).toMatchObject({ changed: true });
    expect(await readReseller(await agency.ctx(), { id })).toMatchObject({ stoppedByUpline: false });
    expect(await deactivateReseller(await agency.ctx(), { id })).toMatchObject({ changed: false });
    await expect(activateReseller(await upline.ctx(), { id })).rejects.toEqual(refusal("stopped_above"));
    await activateReseller(await agency.ctx(), { id });
    await archiveReseller(await upline.ctx(), { id });
    await archiveReseller(await agency.ctx(), { id });
    await expect(restoreReseller(await upline.ctx(), { id })).rejects.toEqual(refusal("archived_above"));
    await expect(archiveReseller(await agency.ctx(), { id })).rejects.toEqual(refusal("not_found"));
    await restoreReseller(await agency.ctx(), { id });
    expect(await readReseller(await upline.ctx(), { id })).toMatchObject({ status: "active" });
  });

  it("is not deleted while a reseller is being made beneath it", async () => {
    const upline = await newUpline();
    const archive = kind === "distributor" ? archiveDistributor : archiveReseller;
    const outcomes = await Promise.allSettled([
      createReseller(await upline.ctx(), resellerInput(letters())),
      archive(await agency.ctx(), { id: upline.id }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

it("does not take its resellers' customers along when it is stopped altogether: those buy from their reseller", async () => {
  const upline = await asUpline(app, agency, await newReseller(app, agency));
  const own = await newResellerOf(app, agency, upline);
  const ctx = await agency.ctx();
  const { id } = await createCustomer(ctx, { name: "Inn", parentId: own.id });
  const served = async () => [
    (await readAccess(ctx, { account: id })).reason,
    (await decideUsage(ctx, { accountId: id, meter: "messages", quantity: 1 })).decision,
  ];
  await deactivateReseller(ctx, { id: upline.id, mode: "stopped" });
  expect(await served()).toEqual([null, "allow"]);
  await deactivateReseller(ctx, { id: own.id, mode: "stopped" });
  expect(await served()).toEqual(["seller_stopped", "deny"]);
});
