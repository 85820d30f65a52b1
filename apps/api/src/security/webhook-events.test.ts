import { createPlan } from "@tenantry/core/plans/create";
import { publishPlan } from "@tenantry/core/plans/publish";
import { carryOutPlanChanges } from "@tenantry/core/plans/sweep";
import { resellerInput } from "@tenantry/core/testing/reseller";
import { ingestUsage } from "@tenantry/core/usage/ingest";
import { foldWaiting } from "@tenantry/core/usage/waiting";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { letters } from "../testing/fixtures.ts";
import { openWebhookStage, type WebhookStage } from "../testing/webhooks.ts";

// T36: who is told what. Every message goes over HTTP to a receiver, and the receiver checks it as receivers do.
type Agency = Awaited<ReturnType<WebhookStage["newAgency"]>>;
type Reseller = Awaited<ReturnType<WebhookStage["newReseller"]>>;
type Endpoint = Awaited<ReturnType<WebhookStage["endpoint"]>>;

let stage: WebhookStage;
let agency: Agency;
let reseller: Reseller;
let sibling: Reseller;
let foreign: { agency: Agency; reseller: Reseller };
const ends: Record<"agency" | "reseller" | "sibling" | "otherAgency" | "otherReseller", Endpoint> =
  {} as never;
beforeAll(async () => {
  stage = await openWebhookStage();
  [agency, foreign] = [await stage.newAgency(), { agency: await stage.newAgency() } as typeof foreign];
  [reseller, sibling] = [await stage.newReseller(agency), await stage.newReseller(agency)];
  foreign.reseller = await stage.newReseller(foreign.agency);
  ends.agency = await stage.endpoint(agency);
  ends.reseller = await stage.endpoint(reseller);
  ends.sibling = await stage.endpoint(sibling);
  ends.otherAgency = await stage.endpoint(foreign.agency);
  ends.otherReseller = await stage.endpoint(foreign.reseller);
}, 60_000);
afterAll(() => stage.close());
beforeEach(async () => {
  // As whatever was tried before did not leave it.
  await stage.sql("update accounts set status = 'active', archived_at = null where id = $1", [reseller.id]);
  await stage.sendDue();
  for (const { receiver } of Object.values(ends)) receiver.got.length = 0;
});

/** What an endpoint was told, each message checked with its own secret. */
function told({ receiver, secret }: Endpoint) {
  return receiver.got.map(({ headers, body }) => {
    const message = new Webhook(secret).verify(body, headers as Record<string, string>);
    return message as { type: string; timestamp: string; data: Record<string, never> };
  });
}

/** Nobody beside them heard anything, and nothing they heard names anybody else. */
function expectNobodyElse() {
  for (const end of [ends.sibling, ends.otherAgency, ends.otherReseller])
    expect(end.receiver.got).toEqual([]);
  const toReseller = JSON.stringify(ends.reseller.receiver.got);
  for (const name of [agency.name, sibling.name, sibling.id, foreign.agency.name, foreign.reseller.name])
    expect(toReseller).not.toContain(name);
  expect(JSON.stringify(ends.agency.receiver.got)).not.toMatch(
    new RegExp(`${foreign.agency.id}|${foreign.agency.name}|${foreign.reseller.name}`),
  );
}

/** A reseller's form with another name in it. */
function renamed({ loginDomain }: Reseller) {
  const {
    type: _,
    email: __,
    loginDomain: ___,
    ...form
  } = resellerInput(loginDomain, `Renamed ${letters()}`);
  return form;
}

const change = (path: string, body?: object, method?: string) =>
  stage.ask(agency, `/resellers/${reseller.id}${path}`, body, method);

describe("a reseller that was", () => {
  it.each<[string, () => Promise<{ status: number; text: string }>, object]>([
    ["updated", () => change("", renamed(reseller), "PATCH"), { changed: ["name"] }],
    [
      "deactivated",
      () => change("/deactivate", { mode: "stopped" }),
      { reseller: { status: "stopped" }, mode: "stopped" },
    ],
    ["activated", () => change("/activate", undefined, "POST"), { reseller: { status: "active" } }],
    ["archived", () => change("/archive", undefined, "POST"), { reseller: { archived: true } }],
    ["restored", () => change("/restore", undefined, "POST"), { reseller: { archived: false } }],
  ])("%s is told to the agency and to itself, and to nobody else", async (what, act, facts) => {
    // Each begins from a reseller that is as the change needs it.
    await stage.sql("update accounts set status = $2, archived_at = $3 where id = $1", [
      reseller.id,
      what === "activated" ? "locked" : "active",
      what === "restored" ? new Date() : null,
    ]);
    const answer = await act();
    expect(answer.status, answer.text).toBeLessThan(300);
    await stage.sendDue();
    for (const end of [ends.agency, ends.reseller]) {
      const [message, ...more] = told(end);
      expect(more).toEqual([]);
      expect(message).toMatchObject({
        type: `reseller.${what}`,
        data: { reseller: { id: reseller.id, type: "own_plans" }, ...facts },
      });
      expect(Math.abs(Date.parse(message!.timestamp) - Date.now())).toBeLessThan(60_000);
    }
    expectNobodyElse();
  });

  it("created is told to the agency, with what it was made with", async () => {
    const made = await stage.newReseller(agency);
    await stage.sendDue();
    expect(told(ends.agency)).toMatchObject([
      { type: "reseller.created", data: { reseller: { id: made.id, name: made.name, status: "active" } } },
    ]);
    expect(ends.reseller.receiver.got).toEqual([]);
    expectNobodyElse();
  });

  it("asked to be what it is, or not changed after all, is told to nobody", async () => {
    await stage.sql("update accounts set status = 'active', archived_at = null where id = $1", [reseller.id]);
    expect((await change("/activate", undefined, "POST")).status).toBe(200);
    const taken = { loginDomain: sibling.loginDomain, type: "own_plans", name: "Never made" };
    expect((await stage.ask(agency, "/resellers", taken)).status).toBe(422);
    expect((await change("", { name: "" }, "PATCH")).status).toBe(422);
    expect(await stage.sendDue()).toBe(0);
  });
});

it("a change of plan is told when it happens, by hand or by the sweep, with both plans", async () => {
  await stage.sql("update accounts set archived_at = null where id = $1", [reseller.id]);
  const ctx = await agency.ctx();
  const plans = await Promise.all(
    ["One", "Two"].map(async (name) => {
      const { id } = await createPlan(ctx, { name: `${name} ${letters()}` });
      await publishPlan(ctx, { id });
      return id;
    }),
  );
  const move = (planId: string | undefined, effective: string) =>
    stage.ask(agency, `/resellers/${reseller.id}/plan-change`, { planId, effective });
  expect((await move(plans[0], "now")).status).toBe(200);
  expect((await move(plans[1], "next_period")).status).toBe(200);
  await stage.sendDue();
  expect(told(ends.reseller)).toMatchObject([
    { type: "plan.changed", data: { reseller: { plan: { id: plans[0], version: 1 } } } },
  ]);
  await stage.sql("update plan_changes set due_at = now() where reseller_id = $1", [reseller.id]);
  await carryOutPlanChanges(stage.worker.pool);
  await stage.sendDue();
  expect(told(ends.agency)[1]).toMatchObject({
    type: "plan.changed",
    data: { previousPlan: { id: plans[0] }, reseller: { plan: { id: plans[1] } } },
  });
  expectNobodyElse();
});

describe("a cap", () => {
  const cap = async (meter: string, softCapUnits: number, hardCapUnits: number) => {
    const ctx = await agency.ctx();
    const terms = { meters: [{ meter, includedUnits: 1, softCapUnits, hardCapUnits }] };
    const { id } = await createPlan(ctx, { name: `Capped ${letters()}`, terms });
    await publishPlan(ctx, { id });
    const fresh = await stage.newReseller(agency);
    await stage.ask(agency, `/resellers/${fresh.id}/plan-change`, { planId: id, effective: "now" });
    await stage.sendDue();
    ends.agency.receiver.got.length = 0;
    return fresh.id;
  };
  const caps = () => told(ends.agency).map(({ data }) => data as Record<string, unknown>);

  it("that reports come to is told once a month, first the soft and then the hard one", async () => {
    const id = await cap("messages", 100, 200);
    const report = async (quantity: number) => {
      const at = new Date().toISOString();
      const event = { source: "t", eventId: letters(), meter: "messages", accountId: id, quantity, at };
      await ingestUsage(await agency.ctx(), event as never);
      await foldWaiting(stage.worker.pool);
      await stage.sendDue();
    };
    await report(99);
    expect(caps()).toEqual([]);
    await report(1);
    expect(caps()).toMatchObject([
      { cap: "soft", meter: "messages", units: 100, capUnits: 100, reseller: { id } },
    ]);
    await report(50);
    await report(70);
    await report(5);
    expect(caps().slice(1)).toMatchObject([{ cap: "hard", units: 220, capUnits: 200 }]);
    expect(caps()).toHaveLength(2);
    expectNobodyElse();
  });

  it("of both kinds that one report comes to is told with either, and once however often it is asked", async () => {
    const id = await cap("messages", 10, 20);
    const at = new Date().toISOString();
    const event = { source: "t", eventId: letters(), meter: "messages", accountId: id, quantity: 25, at };
    await ingestUsage(await agency.ctx(), event as never);
    await foldWaiting(stage.worker.pool);
    const asked = { accountId: id, meter: "messages", quantity: 1 };
    for (let n = 0; n < 3; n++)
      expect((await stage.ask(agency, "/usage/decisions", asked)).json().decision).toBe("deny");
    await stage.sendDue();
    const told = caps().sort((one, other) => Number(one.capUnits) - Number(other.capUnits));
    expect(told).toMatchObject([
      { cap: "soft", units: 25, capUnits: 10 },
      { cap: "hard", units: 25, capUnits: 20 },
    ]);
  });

  it("that was come to before anybody wanted to know is told when it is asked next", async () => {
    const other = await stage.newAgency();
    const ctx = await other.ctx();
    const meters = [{ meter: "messages", includedUnits: 1, softCapUnits: 5, hardCapUnits: null }];
    const { id: planId } = await createPlan(ctx, { name: `Capped ${letters()}`, terms: { meters } });
    await publishPlan(ctx, { id: planId });
    const { id } = await stage.newReseller(other);
    await stage.ask(other, `/resellers/${id}/plan-change`, { planId, effective: "now" });
    const decide = (quantity: number) =>
      stage.ask(other, "/usage/decisions", { accountId: id, meter: "messages", quantity });
    await decide(6);
    const end = await stage.endpoint(other, ["cap.reached"]);
    for (let n = 0; n < 3; n++) await decide(1);
    await stage.sendDue();
    expect(told(end)).toMatchObject([{ data: { cap: "soft", units: 7, reseller: { id } } }]);
  });

  it("that is granted away by asking is told as well, and a gauge's when it stands there", async () => {
    const asking = await cap("messages", 10, 10);
    const decide = (quantity: number) =>
      stage.ask(agency, "/usage/decisions", { accountId: asking, meter: "messages", quantity });
    expect((await decide(9)).status).toBe(200);
    await decide(1);
    await decide(1);
    await stage.sendDue();
    expect(
      caps()
        .map((one) => one.cap)
        .sort(),
    ).toEqual(["hard", "soft"]);

    const gauged = await cap("team_members", 3, 5);
    const at = new Date().toISOString();
    const event = {
      source: "t",
      eventId: letters(),
      meter: "team_members",
      accountId: gauged,
      quantity: 4,
      at,
    };
    await ingestUsage(await agency.ctx(), event as never);
    await foldWaiting(stage.worker.pool);
    await stage.sendDue();
    expect(caps()).toMatchObject([{ cap: "soft", units: 4, reseller: { id: gauged } }]);
  });
});

it("an endpoint hears only of what it chose, and of nothing while it is off", async () => {
  const own = await stage.newAgency();
  const partner = await stage.newReseller(own);
  const chosen = await stage.endpoint(own, ["reseller.archived"]);
  const rename = () => stage.ask(own, `/resellers/${partner.id}`, renamed(partner), "PATCH");
  await rename();
  expect(await stage.sendDue()).toBe(0);
  await stage.ask(own, `/webhooks/${chosen.id}`, { eventTypes: ["reseller.updated"] }, "PATCH");
  await stage.ask(own, `/webhooks/${chosen.id}/disable`, undefined, "POST");
  await rename();
  expect(await stage.sendDue()).toBe(0);
  await stage.ask(own, `/webhooks/${chosen.id}/enable`, undefined, "POST");
  await rename();
  await stage.sendDue();
  expect(told(chosen)).toHaveLength(1);
});

it("an endpoint says how much waits, arrived and failed, and switching it off how much it gave up", async () => {
  const own = await stage.newAgency();
  const end = await stage.endpoint(own, ["reseller.created"]);
  const counts = async () => (await stage.ask(own, `/webhooks/${end.id}`)).json().deliveries;
  await stage.newReseller(own);
  await stage.sendDue();
  await stage.newReseller(own);
  await stage.newReseller(own);
  expect(await counts()).toEqual({ pending: 2, succeeded: 1, failed: 0, replayable: 0 });
  const off = () => stage.ask(own, `/webhooks/${end.id}/disable`, undefined, "POST");
  expect((await off()).json()).toMatchObject({ changed: true, deliveries: 2 });
  expect((await off()).json()).toMatchObject({ changed: false, deliveries: 0 });
  expect(await counts()).toEqual({ pending: 0, succeeded: 1, failed: 2, replayable: 2 });
});
