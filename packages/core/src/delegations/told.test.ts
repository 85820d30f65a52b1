import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "../audit/list.ts";
import { deactivateDistributor } from "../distributors/deactivate.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { activateReseller } from "../resellers/activate.ts";
import { deactivateReseller } from "../resellers/deactivate.ts";
import { updateReseller } from "../resellers/update.ts";
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
import { announceLater } from "../webhooks/announce.ts";
import { createWebhook } from "../webhooks/create.ts";

// Who hears of what is done to a reseller beneath an upline, and whom its people are told to write to.
const app: TestApp = await openTestApp();
let agency: Agency;
beforeAll(async () => {
  agency = await newAgency(app);
});
afterAll(() => app.close());

describe.each(["distributor", "reseller"] as const)("a %s as upline", (kind) => {
  const newUpline = async () =>
    kind === "distributor"
      ? newDistributor(app, agency)
      : asUpline(app, agency, await newReseller(app, agency));

  it("leaves in the log what was done to its resellers, for the agency, for itself and for them", async () => {
    const [upline, other] = [await newUpline(), await newUpline()];
    const own = await newResellerOf(app, agency, upline);
    const done = await upline.ctx();
    await deactivateReseller(done, { id: own.id });
    await activateReseller(done, { id: own.id });
    await updateReseller(await agency.ctx(), { id: own.id, contactName: "By the agency" });
    const actions = async (ctx: Ctx, beneath: boolean) =>
      (await listAudit(ctx, { search: own.id, beneath })).entries.map(
        ({ action, actor }) => `${action} ${actor.kind}`,
      );
    const [updated, activated, deactivated] = ["reseller.update", "reseller.activate", "reseller.deactivate"];
    const created = "reseller.create user";
    expect(await actions(await agency.ctx(), false)).toEqual([
      ...[`${updated} user`, `${activated} user`, `${deactivated} user`, created],
    ]);
    const beneath = [`${updated} outside`, `${activated} user`, `${deactivated} user`, created];
    expect(await actions(await upline.ctx(), true)).toEqual(beneath);
    const theirs = await contextFor(app, own.host, own.owner.session);
    expect((await actions(theirs, false)).filter((said) => said.endsWith("user"))).toEqual([]);
    expect(await actions(await other.ctx(), true)).toEqual([]);
  });

  it("tells the agency's endpoints, its own and the reseller's of what it did, and nobody else's", async () => {
    const [upline, other] = [await newUpline(), await newUpline()];
    const own = await newResellerOf(app, agency, upline);
    const hook = { url: "https://hooks.example/in", eventTypes: ["reseller.deactivated" as const] };
    const hears = new Map<string, string>();
    for (const [who, ctx] of [
      ["agency", await agency.ctx()],
      ["upline", await upline.ctx()],
      ["reseller", await contextFor(app, own.host, own.owner.session)],
      ["other", await other.ctx()],
    ] as const)
      hears.set((await createWebhook(ctx, hook)).id, who);
    await deactivateReseller(await upline.ctx(), { id: own.id });
    const { rows: jobs } = await app.admin.query(
      "delete from platform.waiting_jobs where name = 'webhook.announce' returning payload",
    );
    for (const { payload } of jobs) await announceLater(app, payload);
    const { rows } = await app.admin.query(
      "select endpoint_id, body from webhook_deliveries where about_id = $1 and endpoint_id = any($2)",
      [own.id, [...hears.keys()]],
    );
    expect(rows.map((row) => hears.get(row.endpoint_id)).toSorted()).toEqual([
      "agency",
      "reseller",
      "upline",
    ]);
    expect(JSON.parse(rows[0].body).data).toMatchObject({ mode: "inactive", reseller: { id: own.id } });
  });

  it("is whom its resellers' people write to, and while it is out the agency is", async () => {
    const upline = await newUpline();
    const own = await newResellerOf(app, agency, upline);
    const support = "update brands set support_email = $1 where account_id = $2";
    await app.admin.query(support, ["help@agency.example", agency.id]);
    const caretaker = async () => (await contextFor(app, own.host)).tenant?.caretakerEmail;
    expect(await caretaker()).toBe("help@agency.example");
    await app.admin.query(support, ["help@upline.example", upline.id]);
    expect(await caretaker()).toBe("help@upline.example");
    const lock = kind === "distributor" ? deactivateDistributor : deactivateReseller;
    await lock(await agency.ctx(), { id: upline.id });
    expect(await caretaker()).toBe("help@agency.example");
  });
});
