import { afterAll, beforeAll, expect, it } from "vitest";
import { startBulkRun } from "../bulk/start.ts";
import { resendInvitation } from "../invitations/resend.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { createPlan } from "../plans/create.ts";
import { publishPlan } from "../plans/publish.ts";
import { updatePlan } from "../plans/update.ts";
import { archiveReseller } from "../resellers/archive.ts";
import { changePlan } from "../resellers/change-plan.ts";
import { createReseller } from "../resellers/create.ts";
import { listResellers } from "../resellers/list.ts";
import { letters } from "../testing/agency.ts";
import {
  type Agency,
  addPerson,
  contextFor,
  newAgency,
  newReseller,
  openTestApp,
  type TestApp,
} from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { decideUsage } from "../usage/decide.ts";
import { foldUsage } from "../usage/fold.ts";
import { ingestUsage } from "../usage/ingest.ts";
import { listAttention } from "./list.ts";
import { type ResellerNeed, resellerNeeds } from "./schemas.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const needs = async (ctx: Ctx) =>
  Object.fromEntries((await listAttention(ctx, {})).items.map(({ need, count }) => [need, count]));
const listed = async (ctx: Ctx, need: ResellerNeed) => {
  const { resellers } = await listResellers(ctx, { needs: need });
  return resellers.map(({ id }) => id);
};
const admin = (text: string, values: unknown[]) => app.admin.query(text, values);

/** A plan with caps of messages: 10 soft, 20 hard. */
async function cappedPlan(ctx: Ctx): Promise<string> {
  const { id } = await createPlan(ctx, { name: letters(12) });
  const meter = { meter: "messages", includedUnits: 5, softCapUnits: 10, hardCapUnits: 20 };
  await updatePlan(ctx, { id, terms: { meters: [meter] } });
  await publishPlan(ctx, { id });
  return id;
}

async function use(agency: Agency, accountId: string, quantity: number, meter = "messages") {
  const ctx = await agency.ctx();
  const event = { source: "t", eventId: crypto.randomUUID(), meter, accountId, quantity };
  await ingestUsage(ctx, { events: [{ ...event, at: ctx.now.toISOString() }] });
  await foldUsage(app.pool, agency.id);
}

it("says nothing where nothing needs anybody, and shows no neighbour's needs", async () => {
  const agency = await newAgency(app);
  const reseller = await newReseller(app, agency);
  expect(await needs(await agency.ctx())).toEqual({});
  expect(await needs(await contextFor(app, reseller.host, reseller.owner.session))).toEqual({});
});

it("counts each condition as its list shows it, and forgets it once it is settled", async () => {
  const agency = await newAgency(app);
  const ctx = await agency.ctx();
  const invited = await createReseller(ctx, resellerInput(`i${letters(12)}`));
  const unreached = await createReseller(ctx, resellerInput(`u${letters(12)}`));
  const gone = await newReseller(app, agency);
  await archiveReseller(ctx, { id: gone.id });
  await admin("update invitations set expires_at = now() - interval '1 minute' where account_id = $1", [
    invited.id,
  ]);
  await admin("update mails set state = 'failed' where account_id = $1", [unreached.id]);
  await admin("update accounts set archived_at = now() - interval '25 days' where id = $1", [gone.id]);
  const wanted = { invitation_expired: invited.id, mail_failed: unreached.id, archive_ending: gone.id };
  expect(await needs(ctx)).toEqual({ invitation_expired: 1, mail_failed: 1, archive_ending: 1 });
  for (const need of resellerNeeds)
    expect(await listed(ctx, need), need).toEqual(
      need in wanted ? [wanted[need as keyof typeof wanted]] : [],
    );

  await resendInvitation(ctx, { accountId: invited.id });
  await resendInvitation(ctx, { accountId: unreached.id });
  await admin("update mails set state = 'sent' where account_id = $1 and state = 'queued'", [unreached.id]);
  await admin("update accounts set archived_at = now() - interval '31 days' where id = $1", [gone.id]);
  expect(await needs(ctx)).toEqual({});
});

it("knows who has come to a cap this month, by the plan they are on now", async () => {
  const agency = await newAgency(app);
  const ctx = await agency.ctx();
  const planId = await cappedPlan(ctx);
  const [soft, hard] = [await newReseller(app, agency), await newReseller(app, agency)];
  for (const { id } of [soft, hard]) await changePlan(ctx, { id, planId, effective: "now" });
  await use(agency, soft.id, 9);
  expect(await needs(ctx)).toEqual({});
  await use(agency, soft.id, 1);
  await use(agency, hard.id, 25);
  expect(await needs(ctx)).toEqual({ soft_cap: 1, hard_cap: 1 });
  expect([await listed(ctx, "soft_cap"), await listed(ctx, "hard_cap")]).toEqual([[soft.id], [hard.id]]);
  expect(await needs(await contextFor(app, soft.host, soft.owner.session))).toEqual({ own_soft_cap: 1 });
  expect(await needs(await contextFor(app, hard.host, hard.owner.session))).toEqual({ own_hard_cap: 1 });

  const { id: roomy } = await createPlan(ctx, { name: letters(12) });
  await publishPlan(ctx, { id: roomy });
  await changePlan(ctx, { id: hard.id, planId: roomy, effective: "now" });
  expect(await needs(ctx)).toEqual({ soft_cap: 1 });
  await changePlan(ctx, { id: hard.id, planId, effective: "now" });
  expect(await needs(ctx)).toEqual({ soft_cap: 1, hard_cap: 1 });
});

it("starts a counter anew with the month, and leaves a gauge where it stands until it moves", async () => {
  const agency = await newAgency(app, { mode: "test" });
  const reseller = await newReseller(app, agency);
  const made = await createPlan(await agency.ctx(), { name: letters(12) });
  const meters = ["messages", "team_members"].map((meter) => ({ meter, includedUnits: 1, hardCapUnits: 3 }));
  await updatePlan(await agency.ctx(), { id: made.id, terms: { meters } });
  await publishPlan(await agency.ctx(), { id: made.id });
  await changePlan(await agency.ctx(), { id: reseller.id, planId: made.id, effective: "now" });
  const own = async () => needs(await contextFor(app, reseller.host, reseller.owner.session));
  await use(agency, reseller.id, 4);
  await use(agency, reseller.id, 5, "team_members");
  expect(await own()).toEqual({ own_hard_cap: 2 });
  await admin("update agencies set clock_offset = '40 days' where agency_id = $1", [agency.id]);
  expect(await own()).toEqual({ own_hard_cap: 1 });
  await use(agency, reseller.id, 2, "team_members");
  expect(await own()).toEqual({});
  expect(await listed(await agency.ctx(), "hard_cap")).toEqual([]);
});

it("counts what was granted as usage decisions do, at once and after the next fold", async () => {
  const agency = await newAgency(app);
  const ctx = await agency.ctx();
  const reseller = await newReseller(app, agency);
  await changePlan(ctx, { id: reseller.id, planId: await cappedPlan(ctx), effective: "now" });
  const ask = (quantity: number) => decideUsage(ctx, { accountId: reseller.id, meter: "messages", quantity });
  await ask(9);
  expect(await needs(ctx)).toEqual({});
  await ask(1);
  expect(await needs(ctx)).toEqual({ soft_cap: 1 });
  await use(agency, reseller.id, 3);
  expect(await needs(ctx)).toEqual({ soft_cap: 1 });
  await ask(10);
  await use(agency, reseller.id, 1);
  expect(await needs(ctx)).toEqual({ hard_cap: 1 });
});

it("tells both sides of changes of plan that are near, of endpoints switched off and of usage set aside", async () => {
  const agency = await newAgency(app);
  const ctx = await agency.ctx();
  const reseller = await newReseller(app, agency);
  const planId = await cappedPlan(ctx);
  await changePlan(ctx, { id: reseller.id, planId, effective: "next_period" });
  await admin("update plan_changes set due_at = now() + interval '3 days' where reseller_id = $1", [
    reseller.id,
  ]);
  for (const account of [agency.id, reseller.id])
    await admin(
      `insert into webhook_endpoints (agency_id, id, account_id, distributor_id, reseller_id, url, event_types, secret,
         secret_key_id, disabled_at, disabled_why)
       values ($1, gen_random_uuid(), $2, $1, $2, 'https://x.example', '{cap.reached}', '', 'k1', now(), 'failing')`,
      [agency.id, account],
    );
  await use(agency, crypto.randomUUID(), 1);
  const theirs = await contextFor(app, reseller.host, reseller.owner.session);
  expect(await needs(ctx)).toEqual({ plan_change: 1, webhook_off: 1, quarantine: 1 });
  expect(await needs(theirs)).toEqual({ own_plan_change: 1, webhook_off: 1 });
  const account = { agencyId: agency.id, accountId: agency.id, resellerId: agency.id };
  const viewer = await addPerson(app, agency.host, account, "viewer");
  expect(await needs(await contextFor(app, agency.host, viewer.session))).toEqual({
    plan_change: 1,
    quarantine: 1,
  });
});

it("means by all that match, in bulk, those the list shows", async () => {
  const agency = await newAgency(app);
  const ctx = await agency.ctx();
  const invited = await createReseller(ctx, resellerInput(`i${letters(12)}`));
  await newReseller(app, agency);
  await admin("update invitations set expires_at = now() - interval '1 hour' where account_id = $1", [
    invited.id,
  ]);
  const matching = { needs: "invitation_expired" as const };
  expect(await startBulkRun(ctx, { action: "deactivate", resellers: { matching } })).toMatchObject({
    total: 1,
  });
});

it("ends each count at a thousand, however many need it", async () => {
  const agency = await newAgency(app);
  const ctx = await agency.ctx();
  const { id } = await createReseller(ctx, resellerInput(`i${letters(12)}`));
  await admin(
    `with made as (
       insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name)
       select agency_id, made, kind, parent_id, distributor_id, made, customer_id, 'PA-' || n, 'Many ' || n
       from accounts, lateral (select gen_random_uuid() as made, n from generate_series(1, 3000) n) copy
       where agency_id = $1 and id = $2 returning agency_id, id
     )
     insert into invitations (agency_id, id, account_id, user_id, distributor_id, reseller_id, email, role, expires_at)
     select m.agency_id, gen_random_uuid(), m.id, i.user_id, i.distributor_id, m.id, 'x@y.example', 'owner', now() - interval '1 hour'
     from made m join invitations i on i.agency_id = m.agency_id and i.account_id = $2`,
    [agency.id, id],
  );
  await admin("analyze accounts", []);
  await admin("analyze invitations", []);
  const { items } = await listAttention(ctx, {});
  expect(items).toEqual([{ need: "invitation_expired", count: 1_000, more: true }]);
});

it("counts each reseller once, at however many caps it is", async () => {
  const agency = await newAgency(app);
  await admin(
    `with made as (
       insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name)
       select $1, made, 'reseller', $1, $1, made, $1, 'PA-' || n, 'Many ' || n
       from (select gen_random_uuid() as made, n from generate_series(1, 600) n) copy returning agency_id, id
     )
     insert into usage_caps (agency_id, month, cap, account_id, meter, distributor_id, reseller_id)
     select agency_id, '1970-01-01', 'hard', id, m.key, agency_id, id
     from made join (select key from meters where agency_id = $1 order by key limit 2) m on true`,
    [agency.id],
  );
  const { items } = await listAttention(await agency.ctx(), {});
  expect(items).toEqual([{ need: "hard_cap", count: 600, more: false }]);
});
