import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../kernel/ctx.ts";
import { createPlan } from "../plans/create.ts";
import { publishPlan } from "../plans/publish.ts";
import { archiveReseller } from "../resellers/archive.ts";
import { createReseller } from "../resellers/create.ts";
import { deactivateReseller } from "../resellers/deactivate.ts";
import { listResellers } from "../resellers/list.ts";
import { readReseller } from "../resellers/read.ts";
import { letters } from "../testing/agency.ts";
import { contextFor } from "../testing/context.ts";
import {
  type Agency,
  addPerson,
  newAgency,
  newReseller,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { carryOutBulkRun } from "./carry-out.ts";
import { previewBulkRun } from "./preview.ts";
import { readBulkRun } from "./read.ts";
import { startBulkRun } from "./start.ts";

let app: TestApp;
let worker: App;
beforeAll(async () => {
  app = await openTestApp();
  worker = { ...app, pool: openPool({ url: app.workerUrl, max: 2, onConnectionError: () => {} }) };
});
afterAll(async () => {
  await worker.pool.end();
  await app.close();
});

async function withResellers(count: number): Promise<{ agency: Agency; ids: string[] }> {
  const agency = await newAgency(app);
  const ids = [];
  for (let n = 0; n < count; n++) {
    ids.push((await createReseller(await agency.ctx(), resellerInput(`b${letters(14)}`, `Bulk ${n}`))).id);
  }
  return { agency, ids };
}

const carryOut = (agency: Agency, runId: string) => carryOutBulkRun(worker, { agencyId: agency.id, runId });
const namesOf = async (agency: Agency, status: "active" | "inactive") =>
  (await listResellers(await agency.ctx(), { status, sort: "name" })).resellers.map(({ name }) => name);

describe("many resellers at once", () => {
  it("says in numbers what it will do, does it one by one, and tells each in the audit", async () => {
    const { agency, ids } = await withResellers(3);
    const peopled = await newReseller(app, agency, "Bulk 3");
    const staff = { agencyId: agency.id, accountId: peopled.id, resellerId: peopled.id };
    const { userId: former } = await addPerson(app, peopled.host, staff, "viewer");
    await app.admin.query("update memberships set state = 'disabled' where user_id = $1", [former]);
    const ctx = await agency.ctx();
    await deactivateReseller(ctx, { id: ids[0]! });
    const stranger = await withResellers(1);
    const asked = {
      action: "deactivate" as const,
      resellers: { ids: [...ids, peopled.id, stranger.ids[0]!] },
    };
    expect(await previewBulkRun(ctx, asked)).toEqual({
      total: 3,
      more: false,
      people: 1,
      customers: 0,
      plan: null,
    });
    const { id, total } = await startBulkRun(ctx, asked);
    expect(total).toBe(3);
    expect(await readBulkRun(ctx, { id })).toMatchObject({ total: 3, done: 0, failed: 0, finishedAt: null });
    await carryOut(agency, id);
    expect(await readBulkRun(ctx, { id })).toMatchObject({ done: 3, failed: 0, failures: [] });
    expect((await readBulkRun(ctx, { id })).finishedAt).not.toBeNull();
    expect(await namesOf(agency, "inactive")).toEqual(["Bulk 0", "Bulk 1", "Bulk 2", "Bulk 3"]);
    expect(await namesOf(stranger.agency, "active")).toEqual(["Bulk 0"]);
    const { rows } = await app.admin.query(
      "select actor_kind, count(*)::int from audit_entries where agency_id = $1 and action = 'reseller.deactivate' group by 1",
      [agency.id],
    );
    expect(rows).toEqual([{ actor_kind: "user", count: 4 }]);
  });

  it("takes all that a search finds, and nothing where nothing would change", async () => {
    const { agency } = await withResellers(2);
    const ctx = await agency.ctx();
    const asked = { action: "deactivate" as const, resellers: { matching: { search: "bulk 1" } } };
    const { id } = await startBulkRun(ctx, asked);
    await carryOut(agency, id);
    expect(await namesOf(agency, "inactive")).toEqual(["Bulk 1"]);
    await expect(startBulkRun(ctx, asked)).rejects.toMatchObject({
      fields: [{ pointer: "/resellers", code: "nothing_to_change" }],
    });
  });

  it("goes by what the person may do now, and says of each what refused it", async () => {
    const { agency, ids } = await withResellers(2);
    const account = { agencyId: agency.id, accountId: agency.id, resellerId: agency.id };
    const admin = await addPerson(app, agency.host, account, "admin");
    const ctx = await contextFor(app, agency.host, admin.session);
    const { id } = await startBulkRun(ctx, { action: "deactivate", resellers: { ids } });
    await app.admin.query("update memberships set role = 'viewer' where user_id = $1", [admin.userId]);
    await carryOut(agency, id);
    const run = await readBulkRun(await agency.ctx(), { id });
    expect(run).toMatchObject({ done: 0, failed: 2 });
    expect(run.failures.map(({ name, code }) => [name, code])).toEqual([
      ["Bulk 0", "forbidden"],
      ["Bulk 1", "forbidden"],
    ]);
    const first = await readBulkRun(await agency.ctx(), { id, limit: 1 });
    const second = await readBulkRun(await agency.ctx(), { id, limit: 1, cursor: first.next! });
    expect([first, second].map(({ failures }) => failures.map(({ name }) => name))).toEqual([
      ["Bulk 0"],
      ["Bulk 1"],
    ]);
    expect([second.next, run.next]).toEqual([null, null]);
    expect(await namesOf(agency, "active")).toEqual(["Bulk 0", "Bulk 1"]);
  });

  it("is taken up again where a killed worker left it, and does nothing twice", async () => {
    const { agency, ids } = await withResellers(3);
    const ctx = await agency.ctx();
    const { id } = await startBulkRun(ctx, { action: "deactivate", resellers: { ids } });
    // Killed after the change of the first and before it was noted.
    await deactivateReseller(ctx, { id: ids[0]! });
    await archiveReseller(ctx, { id: ids[2]! });
    await carryOut(agency, id);
    await carryOut(agency, id);
    const run = await readBulkRun(ctx, { id });
    expect(run).toMatchObject({ done: 2, failed: 1 });
    expect(run.failures).toMatchObject([{ name: "Bulk 2", code: "deleted" }]);
    const { rows } = await app.admin.query(
      "select count(*)::int from audit_entries where agency_id = $1 and action = 'reseller.deactivate'",
      [agency.id],
    );
    expect(rows).toEqual([{ count: 2 }]);
  });

  it("changes each plan once and tells its people once, where a worker was killed before it noted that", async () => {
    const { agency, ids } = await withResellers(2);
    const peopled = await newReseller(app, agency, "Bulk 2");
    const ctx = await agency.ctx();
    const { id: planId } = await createPlan(ctx, { name: "Bulk plan" });
    await publishPlan(ctx, { id: planId });
    const resellers = { ids: [...ids, peopled.id] };
    const { id } = await startBulkRun(ctx, { action: "change_plan", planId, resellers });
    await carryOut(agency, id);
    const written = async () =>
      Promise.all(
        [
          "select reseller_id, state from plan_changes where agency_id = $1 order by id",
          "select recipient from mails where agency_id = $1 and kind = 'plan_change' order by id",
          "select object_id from audit_entries where agency_id = $1 and action = 'reseller.change-plan' order by id",
        ].map(async (text) => (await app.admin.query(text, [agency.id])).rows),
      );
    const once = await written();
    expect(once[0]).toHaveLength(3);
    expect(once[1]).toHaveLength(1);
    await app.admin.query(
      "update bulk_items set state = 'waiting' where agency_id = $1 and run_id = $2 and place > 0",
      [agency.id, id],
    );
    await carryOut(agency, id);
    expect(await readBulkRun(ctx, { id })).toMatchObject({ done: 3, failed: 0 });
    expect(await written()).toEqual(once);
  });

  it("finds those that need somebody among all there are, however many others need somebody too", async () => {
    const { agency, ids } = await withResellers(1);
    const ctx = await agency.ctx();
    await app.admin.query(
      `with made as (
         insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name)
         select $1, x.id, 'reseller', $1, $1, x.id, $1, 'PA-x' || n, 'Other ' || n
         from (select n, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id from generate_series(1, 5100) n) x
         returning agency_id, id)
       insert into usage_caps (agency_id, month, cap, account_id, meter, distributor_id, reseller_id)
       select agency_id, '1970-01-01', 'hard', id, 'team_members', agency_id, id from made`,
      [agency.id],
    );
    await app.admin.query(
      `insert into usage_caps (agency_id, month, cap, account_id, meter, distributor_id, reseller_id)
       values ($1, '1970-01-01', 'hard', $2, 'team_members', $1, $2)`,
      [agency.id, ids[0]],
    );
    await app.admin.query("analyze accounts, usage_caps, resellers");
    const matching = { search: "bulk 0", needs: "hard_cap" as const };
    expect(await previewBulkRun(ctx, { action: "deactivate", resellers: { matching } })).toMatchObject({
      total: 1,
      more: false,
    });
  });

  it("says that more match than one run takes, before it is started and when it is", async () => {
    const { agency, ids } = await withResellers(1);
    const ctx = await agency.ctx();
    await app.admin.query(
      `with copies as (
         insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name)
         select $1, made, 'reseller', $1, $1, made, $1, 'PA-c' || n, 'Copy ' || n
         from (select gen_random_uuid() as made, n from generate_series(1, 5000) n) n
         returning agency_id, id
       )
       insert into resellers (agency_id, id, distributor_id, reseller_id, type, phone, contact_name, contact_email,
         contact_phone, plan_id, plan_version_id)
       select $1, c.id, $1, c.id, type, phone, contact_name, contact_email, contact_phone, plan_id, plan_version_id
       from copies c join resellers r on r.agency_id = $1 and r.id = $2`,
      [agency.id, ids[0]],
    );
    await app.admin.query("analyze accounts, resellers, memberships");
    const all = { action: "deactivate" as const, resellers: { matching: {} } };
    expect(await previewBulkRun(ctx, all)).toMatchObject({ total: 5_000, more: true });
    const copies = { ...all, resellers: { matching: { search: "copy" } } };
    expect(await previewBulkRun(ctx, copies)).toMatchObject({ total: 5_000, more: false });
    expect(await startBulkRun(ctx, all)).toMatchObject({ total: 5_000, more: true });
  });

  it("puts many on a plan, now or when their next period begins, by the numbers it gave before", async () => {
    const { agency, ids } = await withResellers(3);
    const ctx = await agency.ctx();
    const { id: planId } = await createPlan(ctx, { name: "Bulk plan" });
    await publishPlan(ctx, { id: planId });
    const asked = { action: "change_plan" as const, planId, effective: "now" as const };
    await expect(startBulkRun(ctx, { action: "change_plan", resellers: { ids } })).rejects.toMatchObject({
      fields: [{ pointer: "/planId", code: "required" }],
    });
    const first = { ...asked, resellers: { ids: [ids[0]!] } };
    expect(await previewBulkRun(ctx, first)).toMatchObject({
      total: 1,
      plan: { name: "Bulk plan", version: 1, over: 0, waiting: 0 },
    });
    await carryOut(agency, (await startBulkRun(ctx, first)).id);
    expect(await readReseller(ctx, { id: ids[0]! })).toMatchObject({ plan: { name: "Bulk plan" } });
    // Whoever is on it already is left out.
    const all = { ...asked, effective: "next_period" as const, resellers: { matching: {} } };
    expect(await previewBulkRun(ctx, all)).toMatchObject({ total: 2, plan: { waiting: 0 } });
    const { id } = await startBulkRun(ctx, all);
    await archiveReseller(ctx, { id: ids[2]! });
    await carryOut(agency, id);
    const run = await readBulkRun(ctx, { id });
    expect(run).toMatchObject({ action: "change_plan", done: 1, failed: 1 });
    expect(run.failures).toMatchObject([{ name: "Bulk 2", code: "not_found" }]);
    expect(await readReseller(ctx, { id: ids[1]! })).toMatchObject({ planChange: { name: "Bulk plan" } });
    expect(await previewBulkRun(ctx, all)).toMatchObject({ total: 1, plan: { waiting: 1 } });
  });
});
