import { carryOutPlanChanges } from "@tenantry/core/plans/sweep";
import { newLimitedPlan } from "@tenantry/core/testing/chain";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWebhookStage, type WebhookStage } from "../testing/webhooks.ts";

// T36: who is told of an allowance, by messages over HTTP that the receiver checks as receivers do.
let stage: WebhookStage;
beforeAll(async () => {
  stage = await openWebhookStage();
}, 60_000);
afterAll(() => stage.close());

type Endpoint = Awaited<ReturnType<WebhookStage["endpoint"]>>;
const toldTo = ({ receiver, secret }: Endpoint) =>
  receiver.got.map(({ headers, body }) =>
    new Webhook(secret).verify(body, headers as Record<string, string>),
  );

it("a changed allowance is told to the agency and to who has it, with what it had and has", async () => {
  const agency = await stage.newAgency();
  const [reseller, sibling] = [await stage.newReseller(agency), await stage.newReseller(agency)];
  const [above, own, beside] = [
    await stage.endpoint(agency),
    await stage.endpoint(reseller),
    await stage.endpoint(sibling),
  ];
  const allowance = (units: number) => ({ mode: "guaranteed", units });
  for (const [before, after] of [
    [null, allowance(70)],
    [allowance(70), allowance(30)],
  ] as const) {
    for (const { receiver } of [above, own, beside]) receiver.got.length = 0;
    const answer = await stage.ask(agency, `/allowances/${reseller.id}/messages`, after, "PATCH");
    expect(answer.status, answer.text).toBe(200);
    await stage.sendDue();
    for (const end of [above, own]) {
      const data = { account: { id: reseller.id }, meter: "messages", before, after };
      expect(toldTo(end)).toMatchObject([{ type: "allowance.changed", data }]);
    }
    expect(beside.receiver.got).toEqual([]);
  }
});

it.each(["now", "next_period"])(
  "what a smaller plan takes back is told allowance by allowance, effective %s",
  async (effective) => {
    const agency = await stage.newAgency();
    const reseller = await stage.newReseller(agency);
    const customers: string[] = [];
    for (const [name, units] of [
      ["Harbour Dental", 6_000],
      ["Quay Books", 2_000],
    ] as const) {
      const { id } = (await stage.ask(reseller, "/customers", { name })).json();
      const given = { mode: "guaranteed", units };
      expect((await stage.ask(reseller, `/allowances/${id}/messages`, given, "PATCH")).status).toBe(200);
      customers.push(id);
    }
    const types = ["allowance.changed", "plan.changed"];
    const ends = [await stage.endpoint(agency, types), await stage.endpoint(reseller, types)];
    const planId = await newLimitedPlan(agency, { includedUnits: 4_000 });
    const asked = { planId, effective, returnUnused: true };
    const answer = await stage.ask(agency, `/resellers/${reseller.id}/plan-change`, asked);
    expect(answer.status, answer.text).toBe(200);
    if (effective === "next_period") {
      await stage.sendDue();
      for (const end of ends) expect(toldTo(end)).toEqual([]);
      await stage.sql("update plan_changes set due_at = now() where reseller_id = $1", [reseller.id]);
      await carryOutPlanChanges(stage.worker.pool);
    }
    await stage.sendDue();
    const unitsAfter = (one: { data: { after?: { units: number } } }) => one.data.after?.units ?? 0;
    const lowered = (id: string | undefined, before: number, after: number) => ({
      type: "allowance.changed",
      data: {
        ...{ reseller: { id: reseller.id, plan: { id: planId } }, account: { id, kind: "customer" } },
        ...{ meter: "messages", before: { mode: "guaranteed", units: before } },
        after: { mode: "guaranteed", units: after },
      },
    });
    for (const end of ends) {
      const told = toldTo(end) as { type: string; data: { after?: { units: number } } }[];
      expect(told.toSorted((one, other) => unitsAfter(other) - unitsAfter(one))).toMatchObject([
        lowered(customers[0], 6_000, 3_000),
        lowered(customers[1], 2_000, 1_000),
        { type: "plan.changed" },
      ]);
    }
  },
);
