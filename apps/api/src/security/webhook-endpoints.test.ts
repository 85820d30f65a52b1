import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verified } from "../testing/verified.ts";
import { openWebhookStage, type WebhookStage } from "../testing/webhooks.ts";

// T29, T36, T51: where an endpoint may lead, and where its secret stands.
let stage: WebhookStage;
let agency: Awaited<ReturnType<WebhookStage["newAgency"]>>;
beforeAll(async () => {
  stage = await openWebhookStage();
  agency = await stage.newAgency();
}, 60_000);
afterAll(() => stage.close());

const ask = (path: string, body?: unknown, method?: string) => stage.ask(agency, path, body, method);
const read = async (id: string) => (await ask(`/webhook-deliveries/${id}`)).json();

/** An endpoint with a message on its way. */
async function told() {
  const end = await stage.endpoint(agency);
  await stage.newReseller(agency);
  const id: string = (await ask(`/webhooks/${end.id}/deliveries?limit=1`)).json().deliveries[0].id;
  return { end, id };
}

describe("a secret", () => {
  it("stands in one answer, and nowhere else: not in the database, an answer, the log or the audit", async () => {
    const { end, id } = await told();
    const second = (await ask(`/webhooks/${end.id}/rotate`, { overlapHours: 1 })).json().secret as string;
    end.receiver.answer = (to, { headers }) =>
      to
        .writeHead(500)
        .end(
          JSON.stringify({ echo: headers, mine: end.secret, apiKey: "ours-alone", said: `Bearer ${second}` }),
        );
    await stage.sendDue();
    expect((await read(id)).tries[0].answer).toContain('"apiKey":"[redacted]"');
    const paths = [
      "/webhooks",
      `/webhooks/${end.id}`,
      `/webhooks/${end.id}/deliveries`,
      `/webhook-deliveries/${id}`,
    ];
    const answers = await Promise.all([...paths, "/audit-entries"].map((path) => ask(path)));
    const { rows } = await stage.sql(
      `select to_jsonb(e)::text || encode(e.secret, 'escape') || encode(e.previous_secret, 'escape') as all
       from webhook_endpoints e union all select to_jsonb(a)::text from webhook_attempts a`,
    );
    const everything = JSON.stringify([answers.map(({ text }) => text), rows, stage.web.app.logged]);
    for (const secret of [end.secret, second]) expect(everything).not.toContain(secret.slice(6, 30));
  });

  it("moved to another endpoint's row opens there no more: the message fails and says why, until it is rotated", async () => {
    const { end, id } = await told();
    const other = await stage.endpoint(agency);
    await stage.sql(
      "update webhook_endpoints set secret = (select secret from webhook_endpoints where id = $2) where id = $1",
      [end.id, other.id],
    );
    await stage.sendDue();
    expect(end.receiver.got).toEqual([]);
    expect(await read(id)).toMatchObject({ state: "pending", lastFailure: "secret_lost" });
    // The way out, although the secret before cannot be opened: the new one signs.
    const { secret } = (await ask(`/webhooks/${end.id}/rotate`, { overlapHours: 24 })).json();
    await ask(`/webhook-deliveries/${id}/replay`, undefined, "POST");
    await stage.sendDue();
    expect(verified(secret, end.receiver.got[0]!)).toMatchObject({ type: "reseller.created" });
  });
});

it.each([
  ["http://example.com/hook", "webhook_url_wrong"],
  ["https://example.com:8443/hook", "webhook_url_wrong"],
  ["https://user:pass@example.com/hook", "webhook_url_wrong"],
  ["https://localhost/hook", "webhook_url_wrong"],
  ["https://127.0.0.1/hook", "webhook_url_private"],
  ["https://0x7f.1/hook", "webhook_url_private"],
  ["https://[::ffff:10.0.0.1]/hook", "webhook_url_private"],
  ["https://169.254.169.254/latest", "webhook_url_private"],
  ["", "required"],
])("%j is no address for an endpoint", async (url, code) => {
  const made = await ask("/webhooks", { url, eventTypes: ["reseller.created"] });
  expect(made.json()).toMatchObject({ status: 422, errors: [{ pointer: "/url", code }] });
});

it("an account has twenty endpoints at most, however many are asked for at once and whether they are on or off", async () => {
  const own = await stage.newAgency();
  const { id } = await stage.endpoint(own);
  const more = { url: "https://example.com/hooks", eventTypes: ["reseller.created"] };
  const make = async () => (await stage.ask(own, "/webhooks", more)).status;
  const answers = await Promise.all(Array.from({ length: 24 }, make));
  expect(answers.sort()).toEqual([...Array(19).fill(201), ...Array(5).fill(409)]);
  await stage.ask(own, `/webhooks/${id}/disable`, undefined, "POST");
  expect(await make()).toBe(409);
  expect((await stage.ask(own, `/webhooks/${id}/enable`, undefined, "POST")).status).toBe(200);
  await stage.ask(own, `/webhooks/${id}`, undefined, "DELETE");
  expect(await make()).toBe(201);
});
