import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWebhookStage, type WebhookStage } from "../testing/webhooks.ts";

// T36: who is told of an allowance, by messages over HTTP that the receiver checks as receivers do.
let stage: WebhookStage;
beforeAll(async () => {
  stage = await openWebhookStage();
}, 60_000);
afterAll(() => stage.close());

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
    for (const { receiver, secret } of [above, own]) {
      const told = receiver.got.map(({ headers, body }) =>
        new Webhook(secret).verify(body, headers as Record<string, string>),
      );
      const data = { account: { id: reseller.id }, meter: "messages", before, after };
      expect(told).toMatchObject([{ type: "allowance.changed", data }]);
    }
    expect(beside.receiver.got).toEqual([]);
  }
});
