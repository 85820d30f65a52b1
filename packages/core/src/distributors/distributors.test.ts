import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDelegation } from "../delegations/read.ts";
import { removeDelegation } from "../delegations/remove.ts";
import { setDelegation } from "../delegations/set.ts";
import { makeInvitationLink } from "../invitations/link.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { activateReseller } from "../resellers/activate.ts";
import { archiveReseller } from "../resellers/archive.ts";
import { createReseller } from "../resellers/create.ts";
import { deactivateReseller } from "../resellers/deactivate.ts";
import { listResellers } from "../resellers/list.ts";
import { previewReseller } from "../resellers/preview.ts";
import { readReseller } from "../resellers/read.ts";
import { restoreReseller } from "../resellers/restore.ts";
import { updateReseller } from "../resellers/update.ts";
import { letters } from "../testing/agency.ts";
import {
  type Agency,
  asUpline,
  contextFor,
  everything,
  newAgency,
  newDistributor,
  newReseller,
  newResellerOf,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { usageByReseller } from "../usage/index.ts";
import { activateDistributor } from "./activate.ts";
import { archiveDistributor } from "./archive.ts";
import { deactivateDistributor } from "./deactivate.ts";
import { listDistributors } from "./list.ts";
import { readDistributor } from "./read.ts";

const app: TestApp = await openTestApp();
let agency: Agency;
beforeAll(async () => {
  agency = await newAgency(app);
});
afterAll(() => app.close());

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error) => error.fields?.[0]?.code ?? error.code,
  );
const idsOf = async (ctx: Ctx) =>
  (await listResellers(ctx, { sort: "name", limit: 100 })).resellers.map(({ id }) => id);
const input = () => resellerInput(`n${letters(14)}`);

describe.each(["distributor", "reseller"] as const)("a %s as upline", (kind) => {
  const newUpline = async (ceiling = everything) =>
    kind === "distributor"
      ? newDistributor(app, agency, { ceiling })
      : asUpline(app, agency, await newReseller(app, agency), ceiling);

  it("sees the resellers it made, and nobody else's", async () => {
    const [one, other] = [await newUpline(), await newUpline()];
    const direct = await newReseller(app, agency);
    const own = await newResellerOf(app, agency, one);
    const foreign = await newResellerOf(app, agency, other);
    expect(await idsOf(await one.ctx())).toEqual([own.id]);
    for (const id of [foreign.id, direct.id]) {
      const ctx = await one.ctx();
      expect(await code(readReseller(ctx, { id }))).toBe("not_found");
      expect(await code(updateReseller(ctx, { id, name: "Mine" }))).toBe("not_found");
      expect(await code(deactivateReseller(ctx, { id }))).toBe("not_found");
      expect(await code(archiveReseller(ctx, { id }))).toBe("not_found");
      expect(await code(makeInvitationLink(ctx, { accountId: id }))).toBe("not_found");
      expect((await usageByReseller(ctx, { ids: [id] })).resellers).toEqual([]);
    }
  });

  it("does with them what the agency does", async () => {
    const upline = await newUpline();
    const { id } = await createReseller(await upline.ctx(), input());
    const ctx = await upline.ctx();
    await updateReseller(ctx, { id, name: "Renamed" });
    expect((await deactivateReseller(ctx, { id })).status).toBe("inactive");
    expect((await activateReseller(ctx, { id })).status).toBe("active");
    await archiveReseller(ctx, { id });
    await restoreReseller(ctx, { id });
    expect(await readReseller(ctx, { id })).toMatchObject({
      name: "Renamed",
      status: "active",
      upline: null,
    });
    expect((await makeInvitationLink(ctx, { accountId: id })).url).toContain("/invitation/");
    const seen = await readReseller(await agency.ctx(), { id });
    expect(seen.upline).toMatchObject({ id: upline.id, kind, name: upline.name });
    expect(seen.plan).toEqual((await readReseller(ctx, { id })).plan);
  });

  it.each([
    ["create", { create: false }, "ceiling_create"],
    ["edit", { edit: false }, "ceiling_edit"],
    ["stop", { stopModes: [] }, "ceiling_stop"],
    ["archive", { archive: false }, "ceiling_archive"],
  ] as const)("may not %s above its ceiling", async (right, less, refusal) => {
    const upline = await newUpline();
    const { id } = await createReseller(await upline.ctx(), input());
    await setDelegation(await agency.ctx(), {
      id: upline.id,
      ...everything,
      ...less,
      stopModes: [...((less as { stopModes?: [] }).stopModes ?? everything.stopModes)],
    });
    const ctx = await upline.ctx();
    const told = {
      create: [await code(createReseller(ctx, input())), await code(previewReseller(ctx, input()))],
      edit: [await code(updateReseller(ctx, { id, name: "Other" }))],
      stop: [await code(deactivateReseller(ctx, { id })), await code(activateReseller(ctx, { id }))],
      archive: [await code(archiveReseller(ctx, { id })), await code(restoreReseller(ctx, { id }))],
    };
    for (const [asked, answers] of Object.entries(told))
      for (const answer of answers)
        if (asked === right) expect(answer).toBe(refusal);
        else expect(answer).not.toMatch(/^ceiling/);
  });

  it("stops in the ways it was given, and lifts no stop of the agency's", async () => {
    const upline = await newUpline({ ...everything, stopModes: ["inactive"] });
    const { id } = await createReseller(await upline.ctx(), input());
    const ctx = await upline.ctx();
    expect(await code(deactivateReseller(ctx, { id, mode: "stopped" }))).toBe("ceiling_stop");
    await deactivateReseller(ctx, { id, mode: "inactive" });
    await activateReseller(ctx, { id });
    await deactivateReseller(await agency.ctx(), { id, mode: "inactive" });
    expect(await code(activateReseller(ctx, { id }))).toBe("stopped_above");
    expect((await readReseller(ctx, { id })).stoppedAbove).toBe(true);
    await activateReseller(await agency.ctx(), { id });
    expect((await readReseller(ctx, { id })).stoppedAbove).toBe(false);
  });

  it("brings back what it deleted itself, and nothing the agency did", async () => {
    const upline = await newUpline();
    const { id } = await createReseller(await upline.ctx(), input());
    const ctx = await upline.ctx();
    await archiveReseller(ctx, { id });
    await restoreReseller(ctx, { id });
    await archiveReseller(await agency.ctx(), { id });
    expect(await code(restoreReseller(ctx, { id }))).toBe("archived_above");
    expect((await readReseller(ctx, { id })).stoppedAbove).toBe(true);
    await restoreReseller(await agency.ctx(), { id });
    await archiveReseller(ctx, { id });
    expect((await readReseller(ctx, { id })).stoppedAbove).toBe(false);
    await restoreReseller(await agency.ctx(), { id });
  });

  it("creates the types it was given", async () => {
    const upline = await newUpline({ ...everything, types: ["commission"] });
    expect(await code(createReseller(await upline.ctx(), input()))).toBe("type_not_delegated");
    const { id } = await createReseller(await upline.ctx(), { ...input(), type: "commission" });
    expect((await readReseller(await upline.ctx(), { id })).type).toBe("commission");
  });

  it("has room for as many as it was given, however many try at once", async () => {
    const upline = await newUpline({ ...everything, maximum: 3 });
    const ctxs = await Promise.all([1, 2, 3, 4, 5, 6].map(() => upline.ctx()));
    const told = await Promise.all(ctxs.map((ctx) => code(createReseller(ctx, input()))));
    expect(told.toSorted()).toEqual(["ceiling_room", "ceiling_room", "ceiling_room", "done", "done", "done"]);
    const ids = await idsOf(await upline.ctx());
    expect(ids).toHaveLength(3);
    await archiveReseller(await upline.ctx(), { id: ids[0]! });
    expect(await code(createReseller(await upline.ctx(), input()))).toBe("done");
    expect(await code(restoreReseller(await upline.ctx(), { id: ids[0]! }))).toBe("ceiling_room");
    const { rows } = await app.admin.query(
      `select d.resellers, (select sum(active)::int from reseller_counts c where c.agency_id = d.agency_id
         and c.distributor_id = d.distributor_id) as active
       from delegations d where d.distributor_id = $1`,
      [upline.id],
    );
    expect(rows).toEqual([{ resellers: 3, active: 3 }]);
    const below = { id: upline.id, ...everything, maximum: 2 };
    expect(await code(setDelegation(await agency.ctx(), below))).toBe("below_resellers");
  });

  it("cannot be left without an upline by its resellers, of which deleted ones count until they are erased", async () => {
    const upline = await newUpline();
    const { id } = await createReseller(await upline.ctx(), input());
    const ctx = await agency.ctx();
    await archiveReseller(ctx, { id });
    expect(await readDelegation(ctx, { id: upline.id })).toMatchObject({
      ...{ delegation: { resellers: 0 }, hanging: 1 },
    });
    const archive = kind === "distributor" ? archiveDistributor : archiveReseller;
    expect(await code(archive(ctx, { id: upline.id }))).toBe("has_resellers");
    const removed = await code(removeDelegation(ctx, { id: upline.id }));
    expect(removed).toBe(kind === "distributor" ? "conflict" : "has_resellers");
  });

  it("reads no password, session secret, link or key of its resellers' people: the database has no right for it", async () => {
    const { rows } = await app.admin.query(
      `select table_name || '.' || column_name as secret from information_schema.column_privileges
       where grantee = 'tn_upline' and privilege_type = 'SELECT'
         and column_name in ('hash', 'secret_hash', 'previous_secret_hash', 'secret', 'code_hash', 'html', 'text')`,
    );
    expect(rows).toEqual([]);
  });
});

describe("depth", () => {
  it("ends with an upline's resellers", async () => {
    const upline = await newDistributor(app, agency);
    const own = await newResellerOf(app, agency, upline);
    expect(await code(setDelegation(await agency.ctx(), { id: own.id, ...everything }))).toBe("too_deep");
    expect(await readDelegation(await agency.ctx(), { id: own.id })).toEqual({
      possible: false,
      delegation: null,
      hanging: 0,
    });
    const ctx = await contextFor(app, own.host, own.owner.session);
    expect(await code(createReseller(ctx, input()))).toBe("not_delegated");
    expect(await idsOf(ctx)).toEqual([]);
  });

  it("is shown by the agency's list, which can be narrowed to an upline or to the agency's own", async () => {
    const upline = await newDistributor(app, agency);
    const { id } = await createReseller(await agency.ctx(), { ...input(), uplineId: upline.id });
    const beneath = await listResellers(await agency.ctx(), { uplineId: upline.id });
    expect(beneath.resellers).toMatchObject([{ id, upline: { id: upline.id, name: upline.name } }]);
    const direct = await listResellers(await agency.ctx(), { uplineId: "agency", limit: 100 });
    expect(direct.resellers.map((row) => row.id)).not.toContain(id);
    expect(direct.resellers.every((row) => row.upline === null)).toBe(true);
    const nobody = await newReseller(app, agency);
    const under = { ...input(), uplineId: nobody.id };
    expect(await code(createReseller(await agency.ctx(), under))).toBe("upline_unknown");
  });
});

describe("an upline that can take no other reseller", () => {
  const both = async (uplineId: string) => {
    const ctx = await agency.ctx();
    return [
      await code(previewReseller(ctx, { ...input(), uplineId })),
      await code(createReseller(ctx, { ...input(), uplineId })),
    ];
  };

  it("is refused by the preview in the words of the creation", async () => {
    const upline = await newDistributor(app, agency, { ceiling: { ...everything, maximum: 1 } });
    expect(await code(previewReseller(await agency.ctx(), { ...input(), uplineId: upline.id }))).toBe("done");
    await newResellerOf(app, agency, upline);
    expect(await both(upline.id)).toEqual(["ceiling_room", "ceiling_room"]);
    expect(await code(previewReseller(await upline.ctx(), input()))).toBe("ceiling_room");
    expect(await both(crypto.randomUUID())).toEqual(["upline_unknown", "upline_unknown"]);
    expect(await both((await newReseller(app, agency)).id)).toEqual(["upline_unknown", "upline_unknown"]);
    const gone = await newDistributor(app, agency);
    await archiveDistributor(await agency.ctx(), { id: gone.id });
    expect(await both(gone.id)).toEqual(["upline_unknown", "upline_unknown"]);
  });

  it.each([
    ["sales_stopped", "seller_stopped"],
    ["stopped", "seller_stopped"],
    // The agency looks after its business meanwhile.
    ["inactive", "done"],
  ] as const)("because it is %s: %s", async (mode, told) => {
    const { id } = await asUpline(app, agency, await newReseller(app, agency));
    await deactivateReseller(await agency.ctx(), { id, mode });
    expect(await both(id)).toEqual([told, told]);
  });
});

describe("a distributor", () => {
  it("is listed with its room, and read whole", async () => {
    const upline = await newDistributor(app, agency, { ceiling: { ...everything, maximum: 9 } });
    await newResellerOf(app, agency, upline);
    const { distributors } = await listDistributors(await agency.ctx(), { search: upline.loginDomain });
    expect(distributors).toMatchObject([{ id: upline.id, resellers: 1, maximum: 9, activated: true }]);
    expect(await readDistributor(await agency.ctx(), { id: upline.id })).toMatchObject({
      people: 1,
      customers: 0,
      delegation: { resellers: 1, maximum: 9 },
      invitation: { state: "accepted" },
    });
  });

  it("that is locked is out itself, and its resellers go on", async () => {
    const upline = await newDistributor(app, agency);
    const own = await newResellerOf(app, agency, upline);
    const done = await deactivateDistributor(await agency.ctx(), { id: upline.id });
    expect(done).toMatchObject({ status: "inactive", people: 1, resellers: 1 });
    expect(await code(upline.ctx())).toBe("reseller_locked");
    expect((await contextFor(app, own.host, own.owner.session)).actor.kind).toBe("user");
    await activateDistributor(await agency.ctx(), { id: upline.id });
    expect((await upline.ctx()).actor.kind).toBe("user");
  });
});
