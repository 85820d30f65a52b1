import { attemptDelivery } from "@tenantry/core/webhooks/attempt";
import { claimDeliveries } from "@tenantry/core/webhooks/claim";
import { pauses } from "@tenantry/core/webhooks/schedule";
import { until } from "@tenantry/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verified } from "../testing/verified.ts";
import { openWebhookStage, type WebhookStage } from "../testing/webhooks.ts";
import { startDeliveries } from "../worker/deliveries.ts";

// T36: how messages are signed, tried, given up and sent again, over HTTP to receivers that do as they please.
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

describe("a message", () => {
  it("carries the headers of Standard Webhooks and a signature by its endpoint's secret, and by no other's", async () => {
    const end = await fresh();
    const other = await stage.endpoint(agency);
    const id = await happens(end);
    await stage.sendDue();
    const [got] = end.receiver.got;
    expect(got!.headers).toMatchObject({ "webhook-id": `msg_${id}`, "content-type": "application/json" });
    expect(Math.abs(Number(got!.headers["webhook-timestamp"]) - Date.now() / 1_000)).toBeLessThan(60);
    expect(got!.headers["webhook-signature"]).toMatch(/^v1,[\w+/]{43}=$/);
    expect(verified(end.secret, got!)).toMatchObject({ type: "reseller.created" });
    expect(() => verified(other.secret, got!)).toThrow("No matching signature");
    expect(() => verified(end.secret, { ...got!, body: got!.body.replace("created", "deleted") })).toThrow();
    const redated = {
      ...got!.headers,
      "webhook-timestamp": String(Number(got!.headers["webhook-timestamp"]) + 1),
    };
    expect(() => verified(end.secret, { ...got!, headers: redated })).toThrow();
  });

  it("is signed by both secrets while a rotation overlaps, and by the new one alone after it", async () => {
    const end = await fresh();
    const rotate = async (overlapHours: number) =>
      (await ask(`/webhooks/${end.id}/rotate`, { overlapHours })).json().secret as string;
    const sent = async () => {
      await happens(end);
      await stage.sendDue();
      return end.receiver.got.at(-1)!;
    };
    const second = await rotate(24);
    const during = await sent();
    expect(during.headers["webhook-signature"].split(" ")).toHaveLength(2);
    for (const secret of [end.secret, second]) verified(secret, during);
    await stage.sql("update webhook_endpoints set previous_valid_until = now() where id = $1", [end.id]);
    const after = await sent();
    expect(after.headers["webhook-signature"].split(" ")).toHaveLength(1);
    verified(second, after);
    expect(() => verified(end.secret, after)).toThrow();
    const third = await rotate(0);
    const at = await sent();
    verified(third, at);
    expect(() => verified(second, at)).toThrow();
  });

  it("is sent again as it was, under the id it had, whatever has changed since", async () => {
    const end = await fresh();
    const id = await happens(end);
    await stage.sendDue();
    await stage.sql("update accounts set name = 'Renamed' where agency_id = $1 and kind = 'reseller'", [
      agency.id,
    ]);
    expect((await post(`/webhook-deliveries/${id}/replay`)).json()).toEqual({ id, messageId: `msg_${id}` });
    await stage.sendDue();
    const [first, again, ...more] = end.receiver.got;
    expect(more).toEqual([]);
    expect([again!.headers["webhook-id"], again!.body]).toEqual([first!.headers["webhook-id"], first!.body]);
    verified(end.secret, again!);
    const told = await read(id);
    expect([told.state, told.attempts, told.body]).toEqual(["succeeded", 2, first!.body]);
    expect(told.tries.map((one: { number: number }) => one.number)).toEqual([2, 1]);
  });

  it("goes out once, however many workers there are; one that died half-way is followed, and too late is nothing", async () => {
    const end = await fresh();
    await Promise.all(Array.from({ length: 8 }, () => post(`/webhooks/${end.id}/ping`)));
    await Promise.all(Array.from({ length: 4 }, () => stage.sendDue()));
    expect(new Set(end.receiver.got.map(({ headers }) => headers["webhook-id"])).size).toBe(8);
    expect(end.receiver.got).toHaveLength(8);

    const id = await happens(end);
    const {
      claimed: [dead],
    } = await claimDeliveries(stage.worker.pool, 10);
    expect([dead!.id, await stage.sendDue()]).toEqual([id, 0]);
    await stage.sql("update webhook_deliveries set leased_until = now() where id = $1", [id]);
    expect(await stage.sendDue()).toBe(1);
    const before = await read(id);
    await attemptDelivery(stage.worker, async () => ({ failure: "timeout" }), dead!);
    expect(await read(id)).toEqual(before);
    expect(before).toMatchObject({ state: "succeeded", attempts: 2 });
  });
});

describe("a receiver that", () => {
  it.each<[string, (end: Endpoint) => void, object]>([
    [
      "answers 500",
      ({ receiver }) => (receiver.answer = (to) => to.writeHead(500).end("sorry")),
      { status: 500 },
    ],
    [
      "redirects",
      ({ receiver }) => (receiver.answer = (to) => to.writeHead(302, { location: "/x" }).end()),
      { status: 302 },
    ],
    ["hangs", ({ receiver }) => (receiver.answer = () => {}), { failure: "timeout" }],
    [
      "closes the socket",
      ({ receiver }) => (receiver.answer = (to) => to.destroy()),
      { failure: "unreachable" },
    ],
    [
      "sends 10 MB",
      ({ receiver }) =>
        (receiver.answer = (to) => to.writeHead(200).end(Buffer.alloc(10 * 1024 * 1024, "x"))),
      { failure: "answer_too_large" },
    ],
  ])(
    "%s is tried again in five seconds, and what came of it is written down",
    async (_how, behave, expected) => {
      const end = await fresh();
      behave(end);
      const id = await happens(end);
      const began = Date.now();
      expect(await stage.sendDue()).toBe(1);
      const told = await read(id);
      expect(told).toMatchObject({ state: "pending", attempts: 1 });
      expect(told.tries).toMatchObject([{ number: 1, status: null, failure: null, ...expected }]);
      expect(told.tries[0].durationMs).toBeLessThanOrEqual(Date.now() - began + 5);
      const wait = Date.parse(told.nextAttemptAt) - Date.parse(told.tries[0].at);
      expect(wait).toBeGreaterThanOrEqual(4_000);
      expect(wait).toBeLessThan(7_000);
      expect(end.receiver.got).toHaveLength(1);
    },
  );

  it("never takes anything is given up after three days and switched off, and its owners hear of it", async () => {
    const end = await fresh();
    end.receiver.answer = (to) => to.writeHead(503).end();
    const id = await happens(end);
    const waiting = await happens(end);
    const later = () =>
      stage.sql("update webhook_deliveries set due_at = now() + interval '9 days' where id = $1", [waiting]);
    for (const _ of [0, ...pauses]) {
      await later();
      await pass(id);
      expect(await stage.sendDue()).toBe(1);
    }
    expect(await read(id)).toMatchObject({ state: "failed", attempts: pauses.length + 1, lastStatus: 503 });
    expect(new Set(end.receiver.got.map(({ body }) => body)).size).toBe(1);
    expect(await read(waiting)).toMatchObject({
      state: "failed",
      lastFailure: "endpoint_disabled",
      attempts: 0,
    });
    expect(await endpointNow(end)).toMatchObject({ state: "disabled", disabledWhy: "failing" });
    const { rows } = await stage.sql("select kind, recipient from mails where subject_id = $1", [end.id]);
    expect(rows).toEqual([{ kind: "webhook_disabled", recipient: agency.owner.email }]);
    const entries = (await ask("/audit-entries?action=webhook.disable")).json().entries;
    expect(entries).toMatchObject([
      { actor: { kind: "job" }, object: { id: end.id }, after: { why: "failing" } },
    ]);

    expect((await post(`/webhook-deliveries/${id}/replay`)).json()).toMatchObject({
      code: "webhook_disabled",
    });
    end.receiver.answer = (to) => to.writeHead(204).end();
    await post(`/webhooks/${end.id}/enable`);
    expect((await post(`/webhooks/${end.id}/replay-failed`)).json()).toEqual({ deliveries: 2 });
    expect(await stage.sendDue()).toBe(2);
    expect([(await read(id)).state, (await read(waiting)).state]).toEqual(["succeeded", "succeeded"]);
  });

  it("takes other messages meanwhile stays on when one is given up", async () => {
    const end = await fresh();
    const id = await happens(end);
    end.receiver.answer = (to, { headers }) =>
      to.writeHead(headers["webhook-id"] === `msg_${id}` ? 500 : 204).end();
    await stage.sendDue();
    await happens(end);
    await stage.sendDue();
    await stage.sql("update webhook_deliveries set step = $2, due_at = now() where id = $1", [
      id,
      pauses.length,
    ]);
    await stage.sendDue();
    expect((await read(id)).state).toBe("failed");
    expect(await endpointNow(end)).toMatchObject({ state: "enabled" });
  });

  it("says it is gone is switched off at once", async () => {
    const end = await fresh();
    end.receiver.answer = (to) => to.writeHead(410).end();
    const id = await happens(end);
    await stage.sendDue();
    expect(await read(id)).toMatchObject({ state: "failed", attempts: 1, lastStatus: 410 });
    expect(await endpointNow(end)).toMatchObject({ state: "disabled", disabledWhy: "gone" });
    await stage.newReseller(agency);
    expect(await stage.sendDue()).toBe(0);
    // A test goes out all the same, once, and a refused one switches nothing off.
    const ping = (await post(`/webhooks/${end.id}/ping`)).json().id;
    expect(await stage.sendDue()).toBe(1);
    expect(await read(ping)).toMatchObject({ state: "failed", type: "ping", nextAttemptAt: null });
  });

  it("is slow holds up nobody else, and the worker ends without losing anything", async () => {
    const slow = await fresh();
    const quick = await stage.endpoint(agency);
    slow.receiver.answer = () => {};
    await happens(slow);
    const deliveries = startDeliveries(stage.worker, stage.egress);
    await until(async () => slow.receiver.got.length === 1 && quick.receiver.got.length === 1);
    const id = await happens(quick);
    await until(async () => (await read(id)).state === "succeeded");
    await deliveries.stop();
    const { rows } = await stage.sql(
      "select count(*)::int as n from webhook_deliveries where leased_until > now()",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});

it("a suspended agency's messages wait", async () => {
  const end = await fresh();
  await happens(end);
  const set = (status: string) =>
    stage.sql("update agencies set status = $2 where agency_id = $1", [agency.id, status]);
  await set("suspended");
  expect(await stage.sendDue()).toBe(0);
  await set("active");
  expect(await stage.sendDue()).toBe(1);
});
