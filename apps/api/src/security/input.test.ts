import { principalMay } from "@tenantry/core/policy";
import { asUpline } from "@tenantry/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { operations } from "../routes/index.ts";
import type { Operation } from "../routes/operation.ts";
import { nameOf, pathParams, requestFor } from "../testing/call.ts";
import { fill, makeFixture, placeholdersOf } from "../testing/fixtures.ts";
import { snapshot } from "../testing/snapshot.ts";
import { credentials, openWorld, operatorHost, type Principal, type World } from "../testing/world.ts";

// T27, T38, T41: what an input may hold, and nothing else.
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await asUpline(world.web.app, world.agency, world.reseller);
}, 60_000);
afterAll(() => world.web.close());

const askerOf = (operation: Operation): Principal => {
  const open = operation.verb.verb;
  const name =
    /^(session\.create|second-step|password\.(forgot|reset)|operator)/.test(open) &&
    open !== "operator-session.delete"
      ? "anonymous"
      : principalMay(open, "AO")
        ? "AO"
        : principalMay(open, "RO")
          ? "RO"
          : "CO";
  if (operation.hosts !== "operator") return world.who(name);
  return name === "anonymous" ? { ...world.who(name), host: operatorHost } : world.who("PO");
};

async function exampleOf(operation: Operation, asker: Principal): Promise<Record<string, unknown>> {
  const values: Record<string, string> = {};
  for (const name of placeholdersOf(operation)) values[name] = await makeFixture(world, name, asker);
  return fill(operation.example, values);
}

const strangers = {
  agencyId: "00000000-0000-4000-8000-000000000000",
  agency_id: "00000000-0000-4000-8000-000000000000",
  resellerId: "00000000-0000-4000-8000-000000000000",
  role: "owner",
  status: "active",
  isOwner: true,
  mustChangePassword: false,
  createdAt: "2000-01-01T00:00:00Z",
  constructor: { prototype: { admin: true } },
};
const cases = operations.map((operation) => [nameOf(operation), operation] as const);

describe("T27: a field nobody asked for refuses the whole request", () => {
  it.each(cases)("%s", async (_name, operation) => {
    const asker = askerOf(operation);
    const input = await exampleOf(operation, asker);
    const fields = Object.entries(strangers).filter(
      ([field]) => !(field in ((operation.verb.input as z.ZodObject).shape ?? {})),
    );
    const before = await snapshot(world.web.app.admin);
    for (const [field, value] of fields) {
      const { path, ask } = requestFor(operation, { ...input, [field]: value });
      const answer = await world.web.ask(asker.host, path, { ...ask, ...credentials(asker) });
      expect([field, answer.status, answer.json().errors?.[0].code]).toEqual([field, 422, "unknown_field"]);
    }
    expect(await snapshot(world.web.app.admin)).toEqual(before);
  });

  const objects = operations.flatMap(({ id, verb }) =>
    verb.input instanceof z.ZodObject ? [[id, verb.input] as const] : [],
  );
  it.each(objects)("%s takes no further fields at any depth", (_id, input) => {
    expect(looseParts(input, "")).toEqual([]);
  });
});

/** Where a schema would let unknown fields through. */
function looseParts(schema: z.core.$ZodType, at: string): string[] {
  const def = schema._zod.def as { type: string; [part: string]: unknown };
  if (schema instanceof z.ZodObject) {
    const loose = (def.catchall as z.core.$ZodType | undefined)?._zod.def.type === "never" ? [] : [at || "/"];
    return [
      ...loose,
      ...Object.entries(schema.shape).flatMap(([key, part]) => looseParts(part as never, `${at}/${key}`)),
    ];
  }
  return partsOf(def).flatMap((part) => looseParts(part as never, at));
}

describe("a body's numbers are numbers: no text, true or false is read as one", () => {
  const bodies = operations.flatMap(({ id, method, verb }) =>
    method === "get" || method === "delete" ? [] : [[id, verb.input] as const],
  );
  it.each(bodies)("%s", (_id, input) => {
    expect(coercingParts(input, "")).toEqual([]);
  });

  it.each(["", false, true, "24"])("%j ends no old secret", async (overlapHours) => {
    const owner = world.who("AO");
    const ask = (path: string, body: unknown) =>
      world.web.ask(owner.host, `/api/v1${path}`, { session: owner.session, body });
    const { id } = (await ask("/api-keys", { name: "Sync", scopes: ["plans:read"] })).json();
    const answer = await ask(`/api-keys/${id}/rotate`, { overlapHours });
    expect(answer.json().errors).toMatchObject([{ pointer: "/overlapHours", code: "wrong_type" }]);
  });
});

/** Where a schema makes a number of what is none. */
function coercingParts(schema: z.core.$ZodType, at: string): string[] {
  const def = schema._zod.def as { type: string; [part: string]: unknown };
  const fields = schema instanceof z.ZodObject ? Object.entries(schema.shape) : [];
  return [
    ...(def.coerce ? [at] : []),
    ...fields.flatMap(([key, part]) => coercingParts(part as never, `${at}/${key}`)),
    ...partsOf(def).flatMap((part) => coercingParts(part as never, at)),
  ];
}

function partsOf(def: { [part: string]: unknown }): unknown[] {
  return [def.innerType, def.element, def.in, ...((def.options as unknown[]) ?? [])].filter(Boolean);
}

describe("what the address says cannot be said otherwise", () => {
  const inBody = operations.filter(
    (one) => pathParams(one).length > 0 && (one.method === "post" || one.method === "patch"),
  );
  it.each(inBody.map((operation) => [nameOf(operation), operation] as const))(
    "%s, in the body",
    async (_name, operation) => {
      const asker = askerOf(operation);
      const input = await exampleOf(operation, asker);
      const { path, ask } = requestFor(operation, input);
      for (const name of pathParams(operation)) {
        const body = { ...((ask.body as object) ?? {}), [name]: crypto.randomUUID() };
        const answer = await world.web.ask(asker.host, path, { ...ask, ...credentials(asker), body });
        expect(answer.json()).toMatchObject({ status: 400, code: "malformed_request" });
      }
    },
  );

  it("in the query: the address counts", async () => {
    const { host, session } = world.who("AO");
    const answer = await world.web.ask(
      host,
      `/api/v1/resellers/${world.reseller.id}?id=${crypto.randomUUID()}`,
      { session },
    );
    expect(answer.json().id).toBe(world.reseller.id);
  });

  it("a parameter given twice is refused", async () => {
    const { host, session } = world.who("AO");
    const answer = await world.web.ask(host, "/api/v1/resellers?limit=1&limit=2", { session });
    expect(answer.json()).toMatchObject({ status: 400, code: "malformed_request" });
  });
});

describe("a body that is none", () => {
  const send = (body: string, type = "application/json") => {
    const { host, session } = world.who("AO");
    return world.web.ask(host, "/api/v1/customers", {
      session,
      body,
      headers: { "content-type": type, connection: "close" },
    });
  };
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

  it.each<[string, () => ReturnType<typeof send>, number]>([
    ["no JSON", () => send("{"), 400],
    ["a list", () => send("[]"), 400],
    ["null", () => send("null"), 400],
    ["a number", () => send("1"), 400],
    ["a text", () => send('"x"'), 400],
    ["another type", () => send('{"name":"x"}', "text/plain"), 400],
    ["a form", () => send("name=x", "application/x-www-form-urlencoded"), 400],
    ["33 deep", () => send(nested(33)), 400],
    ["5,000 deep", () => send(nested(5_000)), 400],
    ["more than 256 KiB", () => send(JSON.stringify({ name: "x".repeat(262_144) })), 413],
    ["a zero byte", () => send('{"name":"a\\u0000b"}'), 400],
    ["a lone half of a pair", () => send('{"name":"a\\ud800b"}'), 400],
    ["half a pair in a name", () => send('{"\\uDC00":1,"name":"x"}'), 400],
    ["blank", () => send('{"name":"   "}'), 422],
    ["too long", () => send(JSON.stringify({ name: "x".repeat(201) })), 422],
    ["__proto__", () => send('{"name":"x","__proto__":{"admin":true}}'), 422],
  ])("%s", async (_name, ask, status) => {
    const before = await snapshot(world.web.app.admin);
    const answer = await ask();
    expect(answer.status, answer.text).toBe(status);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(await snapshot(world.web.app.admin)).toEqual(before);
  });

  it("text in the address that no database takes is no server error", async () => {
    const { host, session } = world.who("AO");
    for (const path of [
      "/api/v1/resellers?search=%00",
      "/api/v1/resellers/%00",
      "/api/v1/resellers?search=%ff",
      "/api/v1/login-domains/%00",
      "/api/v1/sessions/%00",
      "/api/v1/invitations/%00",
      "/api/v1/resellers/%E0%A4%A",
    ]) {
      const method = path.includes("sessions") ? "DELETE" : "GET";
      const answer = await world.web.ask(host, path, { session, method });
      expect([path, answer.status < 500], answer.text).toEqual([path, true]);
    }
  });
});

describe("rights cannot be asked for", () => {
  it("a key gets no scope its maker has not (p1)", async () => {
    const { host, session } = world.who("RO");
    for (const scope of ["usage:ingest", "everything"]) {
      const answer = await world.web.ask(host, "/api/v1/api-keys", {
        session,
        body: { name: "x", scopes: ["plans:read", scope] },
      });
      expect(answer.status).toBe(422);
    }
  });

  it("a number too big, a date that is none, a size beyond the most: told at the field", async () => {
    const { host, session } = world.who("AO");
    for (const query of [
      "limit=0",
      "limit=101",
      "limit=1e9",
      "limit=abc",
      "sort=password",
      "status=deleted",
      "planId=1",
      `search=${"x".repeat(201)}`,
    ]) {
      const answer = await world.web.ask(host, `/api/v1/resellers?${query}`, { session });
      expect([query, answer.status, answer.json().errors[0].pointer]).toEqual([
        query,
        422,
        `/${query.split("=")[0]}`,
      ]);
    }
  });
});

it("text that only looks like such an escape is text", async () => {
  const { host, session } = world.who("AO");
  for (const name of ["a\\ud800b", "a\\\\u0000", "\u{1f40e} \ud83d\udc0e", "\\u"]) {
    const answer = await world.web.ask(host, "/api/v1/customers", { session, body: { name } });
    expect(answer.json()).toMatchObject({ name });
  }
});
