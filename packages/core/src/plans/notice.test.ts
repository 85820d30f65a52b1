import { afterAll, beforeAll, expect, it } from "vitest";
import { sendMail } from "../platform/mail/send.ts";
import type { OutgoingMail } from "../platform/mail/transport.ts";
import { changePlan } from "../resellers/change-plan.ts";
import { keepPlan } from "../resellers/keep-plan.ts";
import { letters } from "../testing/agency.ts";
import { type Agency, newAgency, newReseller, openTestApp, type TestApp } from "../testing/index.ts";
import { cancelMigration } from "./cancel-migration.ts";
import { createPlan } from "./create.ts";
import { createMigration } from "./create-migration.ts";
import { publishPlan } from "./publish.ts";
import { updatePlan } from "./update.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function newPlan(agency: Agency): Promise<string> {
  const ctx = await agency.ctx();
  const { id } = await createPlan(ctx, { name: `Plan ${letters(8)}` });
  await publishPlan(ctx, { id });
  return id;
}

/** What the reseller's people were mailed about its plan since the last time, to whom and with which subject. */
async function mailed(agency: Agency, resellerId: string): Promise<[to: string, subject: string][]> {
  const { rows } = await app.admin.query<{ id: string }>(
    "select id from mails where account_id = $1 and kind = 'plan_change' and state = 'queued' order by created_at",
    [resellerId],
  );
  const sent: OutgoingMail[] = [];
  const take = async (mail: OutgoingMail) => {
    sent.push(mail);
    return mail.to;
  };
  for (const { id } of rows) await sendMail(app, take, agency.id, id);
  for (const { text } of sent) expect(text).toContain("/plans");
  return sent.map(({ to, subject }) => [to, subject]);
}

it("tells a reseller's people of a migration ahead of its day, who keeps the price, and when it is undone", async () => {
  const agency = await newAgency(app);
  const ctx = await agency.ctx();
  const [moved, kept, other] = [
    await newReseller(app, agency),
    await newReseller(app, agency),
    await newReseller(app, agency),
  ];
  const plan = await newPlan(agency);
  for (const { id } of [moved, kept]) await changePlan(ctx, { id, planId: plan, effective: "now" });
  await updatePlan(ctx, { id: plan, terms: { meters: [{ meter: "messages", includedUnits: 10 }] } });
  await publishPlan(ctx, { id: plan });
  const day = "2099-03-01";
  const { id } = await createMigration(ctx, { id: plan, day, keepPrice: [kept.id] });
  const contact = (resellerId: string) =>
    app.admin
      .query("select contact_email from resellers where id = $1", [resellerId])
      .then(({ rows }) => rows[0].contact_email as string);
  expect(await mailed(agency, moved.id)).toEqual([
    [await contact(moved.id), "Your plan changes on 1 March 2099"],
  ]);
  expect(await mailed(agency, kept.id)).toEqual([
    [await contact(kept.id), "What your plan includes changes on 1 March 2099"],
  ]);
  expect(await mailed(agency, other.id)).toEqual([]);
  await cancelMigration(ctx, { id });
  expect((await mailed(agency, moved.id)).map(([, subject]) => subject)).toEqual([
    "A change of your plan was called off",
  ]);
});

it("tells of one reseller's change to come and of its calling off, and of nothing that is done at once", async () => {
  const agency = await newAgency(app);
  const ctx = await agency.ctx();
  const { id } = await newReseller(app, agency);
  const [one, two] = [await newPlan(agency), await newPlan(agency)];
  await changePlan(ctx, { id, planId: one, effective: "now" });
  expect(await mailed(agency, id)).toEqual([]);
  await changePlan(ctx, { id, planId: two, effective: "next_period" });
  expect((await mailed(agency, id)).map(([, subject]) => subject)).toEqual([
    expect.stringContaining("Your plan changes on"),
  ]);
  await keepPlan(ctx, { id });
  expect((await mailed(agency, id)).map(([, subject]) => subject)).toEqual([
    "A change of your plan was called off",
  ]);
  await changePlan(ctx, { id, planId: two, effective: "next_period" });
  await mailed(agency, id);
  await changePlan(ctx, { id, planId: two, effective: "now" });
  expect((await mailed(agency, id)).map(([, subject]) => subject)).toEqual([
    "A change of your plan was called off",
  ]);
});
