import { newId } from "@tenantry/core/kernel/ids";
import { isReady, loggedError } from "@tenantry/core/open-app";
import { personPassword } from "@tenantry/core/testing";
import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../routes/index.ts";
import { listen } from "../testing/listen.ts";
import { send } from "../testing/web.ts";
import { credentials, newPerson, openWorld, type World } from "../testing/world.ts";

// T39: an error says what the caller needs, and the log what we need; neither says a secret.
let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.web.close());

describe("what nobody foresaw", () => {
  it("is told by its request's number only, and logged", async () => {
    const { admin, logged } = world.web.app;
    const { host, session } = world.who("AO");
    await admin.query("alter function app.host_taken(text) rename to host_taken_for_a_while");
    const answer = await world.web.ask(host, "/api/v1/login-domains/freshname", { session });
    await admin.query("alter function app.host_taken_for_a_while(text) rename to host_taken");
    const { request_id, ...problem } = answer.json();
    expect(problem).toEqual({
      type: "/api/docs/errors#internal",
      title: "internal",
      status: 500,
      code: "internal",
      detail: expect.stringContaining("Something went wrong on our side"),
    });
    expect(answer.headers["x-request-id"]).toBe(request_id);
    expect(answer.text).not.toMatch(/host_taken|function|SQL|stack|42883/);
    expect(
      logged.filter((line) => line.includes(request_id) && line.includes("request failed")),
    ).toHaveLength(1);
  });

  it("a unique violation names no constraint, no table and no value of somebody else", async () => {
    const { host, session } = world.who("AO");
    const body = { name: "A", externalId: "twice" };
    expect((await world.web.ask(host, "/api/v1/customers", { session, body })).status).toBe(201);
    const answer = await world.web.ask(host, "/api/v1/customers", { session, body });
    expect(answer.json()).toMatchObject({
      status: 422,
      errors: [{ pointer: "/externalId", code: "external_id_taken" }],
    });
    expect(answer.text).not.toMatch(/accounts|_key|duplicate/);
  });

  it("the log keeps of a database's error what it is, never its values", () => {
    const driver = Object.assign(new Error("duplicate key: (email)=(maya@example.com)"), {
      severity: "ERROR",
      code: "23505",
      constraint: "users_key",
      detail: "Key (email)=(maya@example.com) already exists.",
    });
    const outer = new Error("Failed query: insert ... params: maya@example.com,secret-hash", {
      cause: driver,
    });
    Object.assign(outer, { query: "insert into users", params: ["maya@example.com"] });
    const text = JSON.stringify(loggedError(outer));
    expect(text).toContain("23505");
    expect(text).not.toMatch(/maya|secret-hash|Key \(email\)/);
  });
});

describe("a refused program is told how to go on", () => {
  it("by the methods that an address takes, on every address", async () => {
    const { host, session } = world.who("AO");
    for (const path of new Set(operations.map((operation) => operation.path))) {
      const taken = operations.filter((operation) => operation.path === path).map(({ method }) => method);
      const refused = (["patch", "delete", "get", "put"] as const).find(
        (method) => !taken.includes(method as never),
      )!;
      const answer = await world.web.ask(host, `/api/v1${path.replaceAll(/\{\w+\}/g, newId())}`, {
        ...{ session, method: refused.toUpperCase() },
      });
      expect(answer.status, `${refused} ${path}`).toBe(405);
      const told = String(answer.headers.allow).split(", ");
      expect(told.filter((method) => method !== "HEAD")).toEqual(taken.map((method) => method.toUpperCase()));
      expect(told.includes("HEAD"), path).toBe(taken.includes("get"));
      expect(answer.json().detail).toContain(answer.headers.allow);
    }
  });

  it("by the way to say who it is, where nobody or the wrong one has asked", async () => {
    const { host } = world.who("AO");
    for (const how of [{}, { headers: { authorization: "Bearer tn_live_nobody_knows" } }]) {
      const { status, headers } = await world.web.ask(host, "/api/v1/resellers", how);
      expect([status, headers["www-authenticate"]]).toEqual([401, "Bearer"]);
    }
  });
});

describe("secrets", () => {
  it("reach no log, whatever goes wrong with them", async () => {
    const { web } = world;
    const { email, session, host } = await newPerson(web, world.places.agency, "owner");
    const key = world.who("key of AO with plans:read").secret!;
    const secrets = [
      "canary-password-of-somebody",
      "canary-new-password-x",
      session.split(".")[1]!,
      // The secret may hold an underscore itself.
      key.split("_").slice(2).join("_"),
    ];
    const [typed, fresh] = secrets;
    const made = await web.ask(host, "/api/v1/resellers", { session, body: {} });
    expect(made.status).toBe(422);
    await web.ask(host, "/api/v1/session", { body: { email, password: typed } });
    await web.ask(host, "/api/v1/session", { body: { email, password: typed, extra: typed } });
    await web.ask(host, "/api/v1/session", { body: `{"password":"${typed}"` });
    await web.ask(host, "/api/v1/password", {
      session,
      body: { current: typed, password: fresh, confirm: fresh },
    });
    await web.ask(host, "/api/v1/password", {
      session,
      body: { current: personPassword, password: fresh, confirm: typed },
    });
    await web.ask(host, "/api/v1/password/reset", {
      body: { token: `${crypto.randomUUID()}.${secrets[2]}`, password: fresh, confirm: fresh },
    });
    await web.ask(host, `/api/v1/invitations/${crypto.randomUUID()}.${secrets[2]}`);
    await web.ask(host, "/api/v1/nothing", { key });
    await web.ask(host, "/api/v1/plans", { key, session });
    await web.ask(host, "/api/v1/profile", { session });
    await web.app.admin.query("alter table sessions rename to sessions_for_a_while");
    const broken = await web.ask(host, "/api/v1/session", { body: { email, password: personPassword } });
    await web.app.admin.query("alter table sessions_for_a_while rename to sessions");
    expect(broken.status).toBe(500);
    const log = web.app.logged.join("\n");
    expect(log.length).toBeGreaterThan(100);
    for (const secret of [...secrets, personPassword]) expect(log).not.toContain(secret);
  });

  it("come in no answer but the one that makes them", async () => {
    const { host, session } = world.who("AO");
    const made = await world.web.ask(host, "/api/v1/api-keys", {
      session,
      body: { name: "x", scopes: ["plans:read"] },
    });
    const list = await world.web.ask(host, "/api/v1/api-keys", { session });
    expect(list.text).toContain(made.json().id);
    const [, , ...secret] = made.json().key.split("_");
    expect(list.text).not.toContain(secret.join("_"));
    expect(list.text).not.toMatch(/hash/i);
  });
});

describe("health", () => {
  const on = (host: string, path: string) => world.web.ask(host, path);

  it.each(["nobody.example", "operator.localhost", "127.0.0.1"])("is told on %s", async (host) => {
    expect((await on(host, "/api/livez")).json()).toEqual({ status: "ok" });
    expect((await on(host, "/api/readyz")).json()).toEqual({ status: "ok" });
  });

  it("without a database it lives and is not ready; requests are told to come back", async () => {
    const pool = openPool({
      url: "postgresql://nobody@127.0.0.1:1/none",
      max: 1,
      onConnectionError: () => {},
    });
    const app = { ...world.web.app, pool };
    const { port, close } = await listen(app);
    expect((await send(port, "any.localhost", "/api/livez", {})).status).toBe(200);
    expect((await send(port, "any.localhost", "/api/readyz", {})).json()).toEqual({ status: "unavailable" });
    const answer = await send(port, world.agency.host, "/api/v1/profile", credentials(world.who("AO")));
    expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "1"]);
    expect(await isReady(app)).toBe(false);
    await close();
    await pool.end();
  });

  it("a database at another migration is not ready", async () => {
    const { admin } = world.web.app;
    await admin.query("insert into migrations.applied (name, hash) values ('9999_newer.sql', 'x')");
    const answer = await on(world.agency.host, "/api/readyz");
    await admin.query("delete from migrations.applied where name = '9999_newer.sql'");
    expect(answer.status).toBe(503);
  });
});
