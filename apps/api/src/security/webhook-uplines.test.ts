import type { Jobs } from "@tenantry/core/jobs/catalogue";
import { newDistributor, newResellerOf, type Upline } from "@tenantry/core/testing";
import { announceLater } from "@tenantry/core/webhooks/announce";
import type { EventType } from "@tenantry/core/webhooks/event-types";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openWebhookStage, type WebhookStage } from "../testing/webhooks.ts";

// T36: messages about a reseller beneath a distributor, whoever caused them.
let stage: WebhookStage;
let agency: Awaited<ReturnType<WebhookStage["newAgency"]>>;
let distributor: Upline;
let reseller: Awaited<ReturnType<typeof newResellerOf>>;
beforeAll(async () => {
  stage = await openWebhookStage();
}, 60_000);
beforeEach(async () => {
  const { app } = stage.web;
  agency = await stage.newAgency();
  distributor = await newDistributor(app, agency);
  reseller = await newResellerOf(app, agency, distributor);
});
afterAll(() => stage.close());

/** Does what waits for the worker; `times` more than once is a worker killed before it could note that it was done. */
async function tell(times = 1): Promise<void> {
  const { rows } = await stage.sql(
    `delete from platform.waiting_jobs where name = 'webhook.announce' and payload ->> 'agencyId' = $1 returning payload`,
    [agency.id],
  );
  for (const { payload } of rows as { payload: Jobs["webhook.announce"] & { agencyId: string } }[])
    for (let n = 0; n < times; n++) await announceLater(stage.worker, payload);
  await stage.sendDue();
}

it("an allowance that a distributor gives is told to the agency, to itself and to who has it, once each", async () => {
  const types: EventType[] = ["allowance.changed"];
  const ends = [
    await stage.endpoint(agency, types),
    await stage.endpoint(distributor, types),
    await stage.endpoint(reseller, types),
  ];
  const given = { mode: "guaranteed", units: 40 };
  await stage.ask(agency, `/allowances/${distributor.id}/messages`, { ...given, units: 100 }, "PATCH");
  await tell();
  for (const { receiver } of ends) receiver.got.length = 0;
  const answer = await stage.ask(distributor, `/allowances/${reseller.id}/messages`, given, "PATCH");
  expect(answer.status, answer.text).toBe(200);
  await tell(2);
  for (const { receiver } of ends)
    expect(receiver.got.map(({ body }) => JSON.parse(body))).toMatchObject([
      {
        data: {
          account: { id: reseller.id },
          after: given,
          reseller: { plan: { name: expect.any(String) } },
        },
      },
    ]);
});

it("an allowance that the agency takes away from a distributor's reseller is told to all three", async () => {
  const path = `/allowances/${reseller.id}/messages`;
  const given = { mode: "shared", units: 0 };
  await stage.ask(distributor, path, given, "PATCH");
  await tell();
  const types: EventType[] = ["allowance.changed"];
  const ends = [
    await stage.endpoint(agency, types),
    await stage.endpoint(distributor, types),
    await stage.endpoint(reseller, types),
  ];
  expect((await stage.ask(agency, path, { mode: "shared", units: 5 }, "PATCH")).status).toBe(404);
  const answer = await stage.ask(agency, path, undefined, "DELETE");
  expect(answer.status, answer.text).toBe(200);
  await tell();
  for (const { receiver } of ends)
    expect(receiver.got.map(({ body }) => JSON.parse(body))).toMatchObject([
      { type: "allowance.changed", data: { account: { id: reseller.id }, before: given, after: null } },
    ]);
});

it("a cap of the plan is told to a distributor that alone wants to know", async () => {
  const end = await stage.endpoint(distributor, ["cap.reached"]);
  const plan = await stage.ask(agency, "/plans", {
    name: "Capped",
    terms: { meters: [{ meter: "messages", includedUnits: 1, softCapUnits: 2, hardCapUnits: null }] },
  });
  const planId = plan.json().id;
  await stage.ask(agency, `/plans/${planId}/publish`, {});
  await stage.ask(agency, `/resellers/${reseller.id}/plan-change`, { planId, effective: "now" });
  const asked = { accountId: reseller.id, meter: "messages", quantity: 3 };
  for (let n = 0; n < 2; n++) await stage.ask(agency, "/usage/decisions", asked);
  await stage.sendDue();
  expect(end.receiver.got.map(({ body }) => JSON.parse(body))).toMatchObject([
    { type: "cap.reached", data: { cap: "soft", reseller: { id: reseller.id } } },
  ]);
});
