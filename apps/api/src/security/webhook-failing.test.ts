import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWebhookStage, type WebhookStage } from "../testing/webhooks.ts";

// T36: when a receiver that takes nothing is switched off.
type Endpoint = Awaited<ReturnType<WebhookStage["endpoint"]>>;

let stage: WebhookStage;
let agency: Awaited<ReturnType<WebhookStage["newAgency"]>>;
beforeAll(async () => {
  stage = await openWebhookStage();
  agency = await stage.newAgency();
}, 60_000);
afterAll(() => stage.close());

const ask = (path: string, body?: unknown, method?: string) => stage.ask(agency, path, body, method);
const post = (path: string) => ask(path, undefined, "POST");
/** An endpoint of an agency of its own, so that nobody else's reaches it, while nothing of earlier comes due. */
async function fresh() {
  await stage.sql("update webhook_deliveries set due_at = 'infinity' where state = 'pending'");
  agency = await stage.newAgency();
  return stage.endpoint(agency);
}
/** Makes something happen, and answers the message that says so. */
async function happens({ id }: Endpoint): Promise<string> {
  await stage.newReseller(agency);
  return (await ask(`/webhooks/${id}/deliveries?limit=1`)).json().deliveries[0].id;
}
const read = async (id: string) => (await ask(`/webhook-deliveries/${id}`)).json();
const endpointNow = async ({ id }: Endpoint) => (await ask(`/webhooks/${id}`)).json();
/** As if the time until the next attempt had passed. */
const pass = (id: string) => stage.sql("update webhook_deliveries set due_at = now() where id = $1", [id]);

describe("a receiver that", () => {
  it("is dead and slow is switched off after three days, however much waits and however seldom each is tried", async () => {
    const end = await fresh();
    end.receiver.answer = (to) => to.writeHead(503).end();
    const first = await happens(end);
    await stage.sendDue();
    const second = await happens(end);
    await stage.sendDue();
    expect(await endpointNow(end)).toMatchObject({ state: "enabled" });
    await stage.sql(
      "update webhook_endpoints set failing_since = failing_since - interval '3 days' where id = $1",
      [end.id],
    );
    await pass(second);
    expect(await stage.sendDue()).toBe(1);
    expect(await endpointNow(end)).toMatchObject({
      ...{ state: "disabled", disabledWhy: "failing" },
      deliveries: { pending: 0, failed: 2 },
    });
    expect((await read(second)).lastStatus).toBe(503);
    expect((await read(first)).lastFailure).toBe("endpoint_disabled");

    // Switched on again it has its three days again, though what is sent again is older than that.
    await post(`/webhooks/${end.id}/enable`);
    await stage.sql(
      "update webhook_deliveries set created_at = now() - interval '9 days' where endpoint_id = $1",
      [end.id],
    );
    await post(`/webhooks/${end.id}/replay-failed`);
    expect(await stage.sendDue()).toBe(2);
    expect(await endpointNow(end)).toMatchObject({ state: "enabled", deliveries: { pending: 2 } });
  });

  it("refused a test is not tested again when what failed is sent again", async () => {
    const end = await fresh();
    end.receiver.answer = (to) => to.writeHead(410).end();
    const test = (await post(`/webhooks/${end.id}/ping`)).json().id;
    await stage.sendDue();
    expect((await endpointNow(end)).deliveries).toEqual({
      pending: 0,
      succeeded: 0,
      failed: 1,
      replayable: 0,
    });
    expect((await post(`/webhooks/${end.id}/replay-failed`)).json()).toEqual({ deliveries: 0 });
    expect(await stage.sendDue()).toBe(0);
    expect(await read(test)).toMatchObject({ state: "failed", attempts: 1 });
  });

  it("takes something now and then is not failing", async () => {
    const end = await fresh();
    const failingSince = async () =>
      (await stage.sql("select failing_since as since from webhook_endpoints where id = $1", [end.id]))
        .rows[0].since;
    const send = async (status: number) => {
      end.receiver.answer = (to) => to.writeHead(status).end();
      await happens(end);
      await stage.sendDue();
    };
    await send(503);
    const began = await failingSince();
    await send(503);
    expect([began, await failingSince()]).toEqual([expect.any(Date), began]);
    await send(204);
    expect(await failingSince()).toBeNull();
  });
});
