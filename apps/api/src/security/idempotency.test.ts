import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../routes/index.ts";
import type { Operation } from "../routes/operation.ts";
import { nameOf, requestFor } from "../testing/call.ts";
import { askerOf, freshInput, isOpen } from "../testing/exemplary.ts";
import { letters, placeholdersOf } from "../testing/fixtures.ts";
import { snapshot } from "../testing/snapshot.ts";
import type { Answer } from "../testing/web.ts";
import { credentials, inhabit, newKey, openWorld, type Principal, type World } from "../testing/world.ts";

// T44: what is sent twice under one Idempotency-Key is done once.
let world: World;
let other: World;
beforeAll(async () => {
  world = await openWorld();
  other = await inhabit(world.web);
}, 60_000);
afterAll(() => world.web.close());

const writing = operations.filter(
  ({ method, verb }) => verb.kind === "command" && (method === "post" || method === "patch"),
);
const each = writing.map((operation) => [nameOf(operation), operation] as const);
const sql = (text: string, values: unknown[] = []) => world.web.app.admin.query(text, values);
const newKeyText = () => crypto.randomUUID();

function send(operation: Operation, asker: Principal, input: Record<string, unknown>, key?: string) {
  const { path, ask } = requestFor(operation, input);
  const headers = key === undefined ? {} : { "idempotency-key": key };
  return world.web.ask(asker.host, path, { ...ask, ...credentials(asker), headers });
}

const isReplay = ({ headers }: Answer) => headers["idempotency-replayed"] === "true";
const told = ({ status, text, headers }: Answer) => ({ status, text, cookie: headers["set-cookie"] });

describe.each(each)("%s", (_name, operation) => {
  it("answers a second time what it answered the first time, and does nothing", async () => {
    const asker = await askerOf(world, operation);
    const input = await freshInput(world, operation, asker);
    const key = newKeyText();
    const first = await send(operation, asker, input, key);
    expect(first.status, first.text).toBe(operation.status ?? 200);
    expect(isReplay(first)).toBe(false);
    const after = await snapshot(world.web.app.admin);
    // Who has changed the password goes on with the session that the answer gave.
    const session = /__Host-session=([^;]+)/.exec(String(first.headers["set-cookie"]))?.[1];
    const again = await send(
      operation,
      session && !isOpen(operation) ? { ...asker, session } : asker,
      input,
      key,
    );
    expect(told(again)).toEqual(told(first));
    expect(isReplay(again)).toBe(true);
    expect(await snapshot(world.web.app.admin)).toEqual(after);
  });

  it("is done once by six at once", async () => {
    const asker = await askerOf(world, operation);
    const input = await freshInput(world, operation, asker);
    const key = newKeyText();
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(operation, asker, input, key)));
    expectOnce(operation, answers);
  });

  // What takes nothing cannot be asked otherwise.
  if (isOpen(operation) || Object.keys(operation.example).length === 0) return;
  it("refuses the same key with another body", async () => {
    const asker = await askerOf(world, operation);
    const key = newKeyText();
    const input = await freshInput(world, operation, asker);
    const first = await send(operation, asker, input, key);
    expect(first.status, first.text).toBe(operation.status ?? 200);
    const session = /__Host-session=([^;]+)/.exec(String(first.headers["set-cookie"]))?.[1];
    const before = await snapshot(world.web.app.admin);
    const changed = changedInput(operation, input);
    const answer = await send(operation, session ? { ...asker, session } : asker, changed, key);
    expect([answer.status, answer.json().code]).toEqual([422, "idempotency_key_reused"]);
    expect(await snapshot(world.web.app.admin)).toEqual(before);
  });
});

/** The same operation on something else. */
function changedInput(operation: Operation, input: Record<string, unknown>): Record<string, unknown> {
  if ("password" in input) {
    const password = "another sentence";
    return { ...input, password, ...("confirm" in input ? { confirm: password } : {}) };
  }
  if ("name" in input) return { ...input, name: "Another" };
  if ("description" in input) return { ...input, description: "Another" };
  if ("fileName" in input) return { ...input, fileName: "another.csv" };
  if ("fields" in input) return { ...input, fields: {} };
  if ("webhookSecret" in input) return { ...input, webhookSecret: "whsec_anotherSecret" };
  if ("platformId" in input) return { ...input, platformId: "acct_another" };
  if ("gatewayId" in input) return { ...input, gatewayId: "acct_another" };
  if ("rate" in input) return { ...input, rate: "1.09" };
  if ("days" in input) return { ...input, days: 2 };
  if ("minimumMinor" in input) return { ...input, minimumMinor: 6_000 };
  if ("outcome" in input) return { ...input, outcome: "paid" };
  if ("ratioPercent" in input) return { ...input, ratioPercent: 160 };
  if ("code" in input) return { ...input, code: "000000" };
  const flag = Object.keys(input).find((name) => typeof input[name] === "boolean");
  if (flag) return { ...input, [flag]: !input[flag] };
  const [placeholder] = placeholdersOf(operation);
  expect(placeholder).toBeDefined();
  return JSON.parse(
    JSON.stringify(input).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, () => crypto.randomUUID()),
  );
}

/** One did it; the others were told its answer, or that it was under way, or that what it used up is gone. */
function expectOnce(operation: Operation, answers: Answer[]) {
  const status = operation.status ?? 200;
  const done = answers.filter((answer) => answer.status === status && !isReplay(answer));
  expect(done, answers.map(({ text }) => text).join("\n")).toHaveLength(1);
  for (const answer of answers.filter((one) => one !== done[0])) {
    if (isReplay(answer)) expect(told(answer)).toEqual(told(done[0]!));
    else if (answer.status === 409) expect(answer.json().code).toBe("idempotency_in_flight");
    else expect([401, 410, 422, 429, 503]).toContain(answer.status);
  }
}

const operationBy = (id: string) => operations.find((one) => one.id === id)!;

describe("a key", () => {
  it.each([2, 10, 50])("makes one customer of %i requests at once", async (count) => {
    const operation = operationBy("createCustomer");
    const name = letters();
    const key = newKeyText();
    const answers = await Promise.all(
      Array.from({ length: count }, () => send(operation, world.who("AO"), { name }, key)),
    );
    expectOnce(operation, answers);
    expect((await sql("select 1 from accounts where name = $1", [name])).rowCount).toBe(1);
  });

  it("is another key in another tenant, of another person, of a key, and for another operation", async () => {
    const operation = operationBy("createCustomer");
    const key = newKeyText();
    const askers = [world.who("AO"), world.who("AA"), other.who("AO"), world.who("RO")];
    const program = await newKey(world.web, world.who("AO"), ["customers:write"]);
    for (const asker of [...askers, program]) {
      const answer = await send(operation, asker, { name: "Same" }, key);
      expect([answer.status, isReplay(answer)], answer.text).toEqual([201, false]);
    }
    const made = await send(operationBy("createApiKey"), world.who("AO"), keyInput, key);
    expect([made.status, isReplay(made)]).toEqual([201, false]);
  });

  it("of nobody known is another key with another body: nobody is told of a stranger's", async () => {
    const operation = operationBy("createSession");
    const key = newKeyText();
    const asker = world.who("anonymous");
    for (let times = 0; times < 2; times++) {
      const answer = await send(operation, asker, await freshInput(world, operation, asker), key);
      expect([answer.status, isReplay(answer)]).toEqual([201, false]);
    }
  });

  it("says the same in quotes as without, whatever the order of the fields", async () => {
    const operation = operationBy("createCustomer");
    const key = newKeyText();
    const externalId = letters();
    const first = await send(operation, world.who("AO"), { name: "Order", externalId }, key);
    const again = await send(operation, world.who("AO"), { externalId, name: "Order" }, `"${key}"`);
    expect(first.status, first.text).toBe(201);
    expect(told(again)).toEqual(told(first));
    expect(isReplay(again)).toBe(true);
  });

  it.each(["", '""', '"open', "two, keys", "a b", "x".repeat(256), '"a"b"'])(
    "that is none is refused: %j",
    async (key) => {
      const answer = await send(operationBy("createCustomer"), world.who("AO"), { name: "x" }, key);
      expect([answer.status, answer.json().code]).toEqual([400, "malformed_request"]);
    },
  );

  it("is free again after a refusal, which is not kept", async () => {
    const operation = operationBy("createCustomer");
    const key = newKeyText();
    expect((await send(operation, world.who("AO"), { name: " " }, key)).status).toBe(422);
    expect((await send(operation, world.who("AO"), { name: letters() }, key)).status).toBe(201);
  });

  it("is new after 24 hours, and then swept", async () => {
    const operation = operationBy("createCustomer");
    const [asker, key, input] = [world.who("AO"), newKeyText(), { name: letters() }];
    const age = () =>
      sql("update idempotency_keys set made_at = now() - interval '24 hours 1 second' where key = $1", [key]);
    const first = await send(operation, asker, input, key);
    await age();
    const next = await send(operation, asker, input, key);
    expect([next.status, isReplay(next)]).toEqual([201, false]);
    expect(next.json().id).not.toBe(first.json().id);
    await age();
    await sql("select app.sweep_idempotency_keys()");
    expect((await sql("select 1 from idempotency_keys where key = $1", [key])).rowCount).toBe(0);
  });

  it("is not needed: a request without one keeps nothing", async () => {
    const count = async () => (await sql("select count(*) from idempotency_keys")).rows[0].count;
    const before = await count();
    expect((await send(operationBy("createCustomer"), world.who("AO"), { name: "x" })).status).toBe(201);
    expect(await count()).toBe(before);
  });

  it("keeps a secret so that the database cannot tell it, and tells it again to who may", async () => {
    const operation = operationBy("createApiKey");
    const key = newKeyText();
    const first = await send(operation, world.who("AO"), keyInput, key);
    const again = await send(operation, world.who("AO"), keyInput, key);
    expect(again.json().key).toBe(first.json().key);
    const { rows } = await sql(
      "select encode(answer, 'escape') as answer from idempotency_keys where key = $1",
      [key],
    );
    expect(rows[0].answer).not.toContain(first.json().key.slice(-20));
    expect(rows[0].answer).not.toContain(first.json().id);
  });

  it("gives no answer to who may no more", async () => {
    const operation = operationBy("createCustomer");
    const program = await newKey(world.web, world.who("AO"), ["customers:write"]);
    const key = newKeyText();
    expect((await send(operation, program, { name: "x" }, key)).status).toBe(201);
    await sql("update api_keys set scopes = '{plans:read}' where id = $1", [idOf(program)]);
    expect((await send(operation, program, { name: "x" }, key)).status).toBe(403);
  });
});

const keyInput = { name: "repeated", scopes: ["plans:read"] };

function idOf({ secret }: Principal): string {
  return secret!.split("_")[1]!.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
