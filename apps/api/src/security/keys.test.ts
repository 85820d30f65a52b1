import { makeKey, readBearer } from "@tenantry/core/identity/key-actor";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  inhabit,
  newKey,
  newPerson,
  openWorld,
  operatorHost,
  resellerKeyScopes,
  type World,
} from "../testing/world.ts";

// T26: what a key opens, for how long, and where.
let world: World;
let other: World;
beforeAll(async () => {
  world = await openWorld();
  other = await inhabit(world.web);
}, 60_000);
afterAll(() => world.web.close());

const plans = (host: string, key: string | undefined) => world.web.ask(host, "/api/v1/plans", { key });
const sql = (text: string, values: unknown[] = []) => world.web.app.admin.query(text, values);
const fresh = async () => {
  const owner = await newPerson(world.web, world.places.agency, "owner");
  const { secret: key } = await newKey(world.web, owner, ["plans:read"]);
  const { rows } = await sql("select id from api_keys where created_by = $1", [owner.userId]);
  return { owner, key: key!, id: rows[0].id as string, host: owner.host };
};

describe("a key", () => {
  it("is good on its own account's host only", async () => {
    const { key, host } = await fresh();
    expect((await plans(host, key)).status).toBe(200);
    for (const elsewhere of [world.reseller.host, other.agency.host, other.reseller.host]) {
      expect((await plans(elsewhere, key)).json()).toMatchObject({ status: 401, code: "unauthenticated" });
    }
    const operators = await world.web.ask(operatorHost, "/api/v1/operator/agencies", { key });
    expect(operators.status).toBe(401);
  });

  it("a scheme with nothing behind it is no credential: a session beside it goes on, and alone it is nobody", async () => {
    const { session } = world.who("AO");
    for (const authorization of ["Bearer", "Bearer ", "bearer"]) {
      const ask = (one: object) =>
        world.web.ask(world.agency.host, "/api/v1/plans", { ...one, headers: { authorization } });
      expect((await ask({ session })).status).toBe(200);
      expect((await ask({})).json()).toMatchObject({ status: 401, request_id: /^req_[\w-]{36}$/ });
    }
  });

  it("that lacks a scope is told so, not about a role", async () => {
    const { key, host } = await fresh();
    const answer = await world.web.ask(host, "/api/v1/resellers", { key });
    expect(answer.json()).toMatchObject({ status: 403, code: "key_forbidden" });
  });

  it("a reseller's is good on the reseller's host and sees its rows only", async () => {
    const key = world.who(`key of RO with ${resellerKeyScopes.join(" ")}`).secret;
    expect((await plans(world.agency.host, key)).status).toBe(401);
    const { customers } = (await world.web.ask(world.reseller.host, "/api/v1/customers", { key })).json();
    expect(customers.every((one: { parentId: string }) => one.parentId === world.reseller.id)).toBe(true);
  });

  it.each<[string, string]>([
    ["revoked", "update api_keys set revoked_at = now() where id = $1"],
    ["expired", "update api_keys set expires_at = now() - interval '1 second' where id = $1"],
    [
      "whose maker is disabled",
      "update users set status = 'disabled' where id = (select created_by from api_keys where id = $1)",
    ],
  ])("%s is refused from the next request on, as if it had never been", async (_what, change) => {
    const { key, id, host } = await fresh();
    expect((await plans(host, key)).status).toBe(200);
    await sql(change, [id]);
    const { request_id: _one, ...told } = (await plans(host, key)).json();
    const { request_id: _two, ...unknown } = (await plans(host, makeKey(crypto.randomUUID()).key)).json();
    expect(told).toEqual(unknown);
  });

  it("never has more rights than its maker has now (p6)", async () => {
    const maker = await newPerson(world.web, world.places.agency, "admin");
    const { secret } = await newKey(world.web, maker, ["resellers:read", "resellers:write"]);
    const create = () => world.web.ask(maker.host, "/api/v1/resellers", { key: secret, body: {} });
    const list = () => world.web.ask(maker.host, "/api/v1/resellers", { key: secret });
    expect([(await create()).status, (await list()).status]).toEqual([422, 200]);
    await sql("update memberships set role = 'viewer' where user_id = $1", [maker.userId]);
    expect([(await create()).status, (await list()).status]).toEqual([403, 200]);
  });

  it("its maker revokes it, and nobody of another account", async () => {
    const { key, id, host, owner } = await fresh();
    const revoke = (where: string, session?: string) =>
      world.web.ask(where, `/api/v1/api-keys/${id}`, { method: "DELETE", session });
    expect((await revoke(world.reseller.host, world.who("RO").session)).status).toBe(404);
    expect((await revoke(other.agency.host, other.who("AO").session)).status).toBe(404);
    expect((await plans(host, key)).status).toBe(200);
    expect((await revoke(host, owner.session)).status).toBe(204);
    expect((await plans(host, key)).status).toBe(401);
    expect((await revoke(host, owner.session)).status).toBe(404);
  });

  it.each<[string, (key: string) => string, number]>([
    ["as it is", (key) => `Bearer ${key}`, 200],
    ["in lower case scheme", (key) => `bearer ${key}`, 200],
    ["without a scheme", (key) => key, 401],
    ["as Basic", (key) => `Basic ${Buffer.from(`x:${key}`).toString("base64")}`, 401],
    ["twice in one", (key) => `Bearer ${key}, Bearer ${key}`, 401],
    ["cut short", (key) => `Bearer ${key.slice(0, -1)}`, 401],
    ["made longer", (key) => `Bearer ${key}0`, 401],
    ["with a wrong checksum", (key) => `Bearer ${key.slice(0, -6)}000000`, 401],
    ["with another secret and a right checksum", (key) => `Bearer ${makeKey(idIn(key)).key}`, 401],
    ["in upper case", (key) => `Bearer ${key.toUpperCase()}`, 401],
    ["with two blanks", (key) => `Bearer  ${key}`, 401],
    ["an empty header", () => "", 401],
  ])("sent %s", async (_how, authorization, status) => {
    const { key, host } = await fresh();
    const answer = await world.web.ask(host, "/api/v1/plans", {
      headers: { authorization: authorization(key) },
    });
    expect(answer.status).toBe(status);
  });

  it("counts in no place but its header", async () => {
    const { key, host } = await fresh();
    for (const query of [`key=${key}`, `access_token=${key}`, `api_key=${key}`]) {
      expect((await world.web.ask(host, `/api/v1/plans?${query}`)).status).toBe(401);
    }
    expect(
      (await world.web.ask(host, "/api/v1/plans", { headers: { "x-api-key": key, cookie: `key=${key}` } }))
        .status,
    ).toBe(401);
  });

  it("is stored as a hash; a key with a wrong form asks the database nothing about keys", async () => {
    const { key, id } = await fresh();
    const { rows } = await sql("select k::text from api_keys k where id = $1", [id]);
    expect(JSON.stringify(rows)).not.toContain(key.slice(key.indexOf("_", key.indexOf("_") + 1) + 1));
    expect(readBearer(`Bearer ${key}`)?.keyId).toBe(id);
    expect(readBearer(`Bearer ${key.slice(0, -1)}x`)).toBeUndefined();
  });

  it("makes no key, no session and no password", async () => {
    for (const name of ["key of AO with resellers:write", "key of AO with usage:ingest"]) {
      const { host, secret: key } = world.who(name);
      const tries = [
        await world.web.ask(host, "/api/v1/api-keys", { key, body: { name: "x", scopes: ["plans:read"] } }),
        await world.web.ask(host, "/api/v1/sessions", { key }),
        await world.web.ask(host, "/api/v1/profile", { key }),
        await world.web.ask(host, "/api/v1/password", {
          key,
          body: { current: "x", password: "y", confirm: "y" },
        }),
      ];
      expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    }
  });
});

describe("a rotated key", () => {
  const rotate = async (id: string, host: string, session: string | undefined, overlapHours: number) =>
    world.web.ask(host, `/api/v1/api-keys/${id}/rotate`, { session, body: { overlapHours } });
  const works = async (host: string, key: string) => (await plans(host, key)).status === 200;
  const pass = (id: string) =>
    sql("update api_keys set previous_valid_until = now() - interval '1 second' where id = $1", [id]);

  it.each<[string, number, boolean, boolean]>([
    ["at once", 0, false, false],
    ["within the overlap", 24, true, false],
    ["after the overlap", 24, true, true],
  ])("%s: the new secret works, the old one as long as was chosen", async (_when, hours, goesOn, over) => {
    const { key, id, host, owner } = await fresh();
    const answer = await rotate(id, host, owner.session, hours);
    expect(answer.status, answer.text).toBe(200);
    const { key: next, previousValidUntil } = answer.json();
    expect(next).not.toBe(key);
    expect(previousValidUntil === null).toBe(hours === 0);
    expect([await works(host, next), await works(host, key)]).toEqual([true, goesOn]);
    if (over) {
      await pass(id);
      expect([await works(host, next), await works(host, key)]).toEqual([true, false]);
    }
  });

  it("twice: two secrets at most, the first of three is refused", async () => {
    const { key: first, id, host, owner } = await fresh();
    const second = (await rotate(id, host, owner.session, 24)).json().key;
    const third = (await rotate(id, host, owner.session, 24)).json().key;
    expect([await works(host, first), await works(host, second), await works(host, third)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("revoked: both secrets end, and it is rotated no more", async () => {
    const { key, id, host, owner } = await fresh();
    const next = (await rotate(id, host, owner.session, 24)).json().key;
    await world.web.ask(host, `/api/v1/api-keys/${id}`, { method: "DELETE", session: owner.session });
    expect([await works(host, key), await works(host, next)]).toEqual([false, false]);
    expect((await rotate(id, host, owner.session, 24)).json()).toMatchObject({
      status: 409,
      code: "conflict",
    });
  });

  it.each([-1, 169, 1.5, "x"])("takes no overlap of %j hours", async (overlapHours) => {
    const { id, host, owner } = await fresh();
    const answer = await rotate(id, host, owner.session, overlapHours as number);
    expect([answer.status, answer.json().errors[0].pointer]).toEqual([422, "/overlapHours"]);
  });

  it("nobody of another account rotates it, nor a key itself", async () => {
    const { key, id, host } = await fresh();
    expect((await rotate(id, world.reseller.host, world.who("RO").session, 1)).status).toBe(404);
    expect((await rotate(id, other.agency.host, other.who("AO").session, 1)).status).toBe(404);
    const itself = await world.web.ask(host, `/api/v1/api-keys/${id}/rotate`, { key, body: {} });
    expect(itself.status).toBe(403);
  });

  it("tells who made it, when and from where it was last used, and until when the old secret goes on", async () => {
    const { key, id, host, owner } = await fresh();
    await sql("update api_keys set last_used_at = null where id = $1", [id]);
    await plans(host, key);
    await rotate(id, host, owner.session, 2);
    const read = async () =>
      (await world.web.ask(host, `/api/v1/api-keys/${id}`, { session: owner.session })).json();
    const told = await read();
    expect(told).toMatchObject({ createdBy: owner.userId, lastUsedIp: "127.0.0.1", state: "active" });
    expect(told.lastUsedAt).not.toBeNull();
    const hours = (Date.parse(told.previousValidUntil) - Date.parse(told.rotatedAt)) / 3_600_000;
    expect(hours).toBeCloseTo(2, 2);
    expect(JSON.stringify(told)).not.toMatch(/hash/i);
    await pass(id);
    expect((await read()).previousValidUntil).toBeNull();
  });
});

describe("the list of keys", () => {
  it("is searched, filtered, sorted and paged both ways", async () => {
    const owner = await newPerson(world.web, (await inhabit(world.web)).places.agency, "owner");
    const ask = async (query: string) =>
      (await world.web.ask(owner.host, `/api/v1/api-keys?${query}`, { session: owner.session })).json();
    const body = (name: string) => ({ name, scopes: ["plans:read"] });
    for (const name of ["Zeta 50%", "alpha", "Beta", "gamma"])
      await world.web.ask(owner.host, "/api/v1/api-keys", { session: owner.session, body: body(name) });
    const ours = "search=a&sort=name";
    const names = ({ keys }: { keys: { name: string }[] }) => keys.map(({ name }) => name);
    expect(names(await ask(ours))).toEqual(["alpha", "Beta", "gamma", "Zeta 50%"]);
    expect(names(await ask(`${ours.replace("name", "-name")}&limit=1`))).toEqual(["Zeta 50%"]);
    expect(names(await ask("search=50%25"))).toEqual(["Zeta 50%"]);
    const first = await ask(`${ours}&limit=2`);
    const second = await ask(`${ours}&limit=2&cursor=${first.next}`);
    expect([names(first), names(second), second.next]).toEqual([
      ["alpha", "Beta"],
      ["gamma", "Zeta 50%"],
      null,
    ]);
    expect(names(await ask(`${ours}&limit=2&cursor=${second.previous}`))).toEqual(["alpha", "Beta"]);
    const byTime = await ask("sort=created&limit=2");
    const rest = await ask(`sort=created&limit=100&cursor=${byTime.next}`);
    const ids = [...byTime.keys, ...rest.keys].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe((await ask("limit=100")).keys.length);
    await sql("update api_keys set expires_at = now() - interval '1 second' where name = 'Beta'");
    expect(names(await ask(`${ours}&state=ended`))).toEqual(["Beta"]);
    expect(names(await ask(`${ours}&state=active`))).toEqual(["alpha", "gamma", "Zeta 50%"]);
    const foreign = await world.web.ask(
      world.agency.host,
      `/api/v1/api-keys?${ours}&limit=2&cursor=${first.next}`,
      {
        session: world.who("AO").session,
      },
    );
    expect(foreign.json().errors[0].code).toBe("cursor_foreign");
  });
});

function idIn(key: string): string {
  return readBearer(`Bearer ${key}`)!.keyId;
}
