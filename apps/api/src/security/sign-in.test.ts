import { hashPassword } from "@tenantry/core/identity/passwords";
import { mailResets, personPassword } from "@tenantry/core/testing";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { comparable } from "../testing/battery.ts";
import { newInvitation } from "../testing/fixtures.ts";
import { inhabit, newOperator, newPerson, openWorld, operatorHost, type World } from "../testing/world.ts";

// T19, T20: how often one may try, and what a try tells. In structure: timing is a soak's business.
const { matches } = vi.hoisted(() => ({ matches: vi.fn() }));
vi.mock("@tenantry/core/identity/passwords", async (original) => {
  const real = await original<typeof import("@tenantry/core/identity/passwords")>();
  return { ...real, passwordMatches: matches.mockImplementation(real.passwordMatches) };
});

let world: World;
let other: World;
beforeAll(async () => {
  world = await openWorld();
  other = await inhabit(world.web);
}, 60_000);
afterAll(() => world.web.close());

const sql = (text: string, values: unknown[] = []) => world.web.app.admin.query(text, values);
const forget = () => sql("delete from throttles").then(() => sql("delete from platform.operator_throttles"));
beforeEach(async () => {
  await forget();
});

const host = () => world.agency.host;
const tryIn = (email: string, password = "wrong", where = host(), headers = {}) =>
  world.web.ask(where, where === operatorHost ? "/api/v1/operator/session" : "/api/v1/session", {
    body: { email, password },
    headers,
  });

/** Every statement the web process sends while `work` runs, by its text. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    const [query] = args as [string | { text: string }];
    const text = typeof query === "string" ? query : query.text;
    if (this.user === "tn_web") sent.push(text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id"));
    return real.apply(this, args as never) as never;
  });
  const real = original;
  await work().finally(() => spy.mockRestore());
  return sent;
}
const original = pg.Client.prototype.query as (...args: never[]) => unknown;

/** Addresses of every sort that a stranger must not be able to tell apart. */
async function addresses(): Promise<Record<string, string>> {
  const place = world.places.agency;
  const disabled = await newPerson(world.web, place, "viewer");
  await sql("update users set status = 'disabled' where id = $1", [disabled.userId]);
  const invited = `invited-${crypto.randomUUID()}@example.com`;
  await newInvitation(world.web, place, invited);
  return {
    known: (await newPerson(world.web, place, "viewer")).email,
    unknown: `nobody-${crypto.randomUUID()}@example.com`,
    disabled: disabled.email,
    invited,
    "a reseller's": (await newPerson(world.web, world.places.reseller, "viewer")).email,
    "another agency's": (await newPerson(world.web, other.places.agency, "viewer")).email,
  };
}

describe("T20: signing in tells nothing about who there is", () => {
  it("the same answer, the same statements and one hash, whoever it is", async () => {
    const told: Record<string, unknown> = {};
    const all = await addresses();
    await forget();
    for (const [sort, email] of Object.entries(all)) {
      matches.mockClear();
      let answer = "";
      const statements = await statementsOf(async () => {
        answer = comparable(await tryIn(email));
      });
      told[sort] = { answer, statements, hashes: matches.mock.calls.length };
    }
    expect(told.known).toMatchObject({ hashes: 1, answer: expect.stringContaining("wrong_credentials") });
    for (const sort of Object.keys(all))
      expect({ sort, ...(told[sort] as object) }).toEqual({ sort, ...(told.known as object) });
  });

  it("somebody disabled is told the same with the right password", async () => {
    const { disabled, unknown } = await addresses();
    expect(comparable(await tryIn(disabled!, personPassword))).toBe(
      comparable(await tryIn(unknown!, personPassword)),
    );
  });

  it("an operator's sign-in: the same answer, the same statements and one hash", async () => {
    await newOperator(world.web);
    const { rows } = await sql(
      "select email from platform.operators where password_hash is not null limit 1",
    );
    await sql(
      "insert into platform.operators (id, email, name) values (gen_random_uuid(), 'invited@example.com', '') on conflict do nothing",
    );
    const told = [];
    for (const email of [rows[0].email, "nobody@example.com", "invited@example.com"]) {
      matches.mockClear();
      let answer = "";
      const statements = await statementsOf(async () => {
        answer = comparable(await tryIn(email, "wrong", operatorHost));
      });
      told.push({ answer, statements, hashes: matches.mock.calls.length });
    }
    expect(told[0]!.hashes).toBe(1);
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
  });

  it("forgot: the same answer and the same statements for every address", async () => {
    const told = new Set<string>();
    for (const email of Object.values(await addresses())) {
      let answer = "";
      const statements = await statementsOf(async () => {
        answer = comparable(await world.web.ask(host(), "/api/v1/password/forgot", { body: { email } }));
      });
      expect(statements.length).toBeGreaterThan(3);
      told.add(JSON.stringify({ answer, statements }));
    }
    expect([...told]).toHaveLength(1);
  });

  it("forgot: a mail goes to an active person of this host, and to nobody else", async () => {
    const all = await addresses();
    for (const email of Object.values(all))
      await world.web.ask(host(), "/api/v1/password/forgot", { body: { email } });
    await mailResets(world.web.app);
    const { rows } = await sql(
      "select recipient from mails where kind = 'password_reset' and recipient = any($1)",
      [Object.values(all)],
    );
    const asked = rows.map(({ recipient }) => recipient);
    expect(asked).toContain(all.known);
    for (const sort of ["unknown", "disabled", "a reseller's", "another agency's"])
      expect(asked).not.toContain(all[sort]);
  });

  it("being refused for too many tries tells nothing either", async () => {
    const { known, unknown } = await addresses();
    await forget();
    const [real, none] = [[] as number[], [] as number[]];
    for (let turn = 0; turn < 10; turn++) {
      real.push((await tryIn(known!)).status);
      none.push((await tryIn(unknown!)).status);
    }
    expect(real).toEqual([...Array(8).fill(401), 429, 429]);
    expect(none).toEqual(real);
  });
});

describe("T19: tries are counted, and nobody is locked out", () => {
  it("after eight wrong ones even the right password waits, and no hash is spent on it", async () => {
    const { email } = await newPerson(world.web, world.places.agency, "viewer");
    await forget();
    for (let turn = 0; turn < 8; turn++) expect((await tryIn(email)).status).toBe(401);
    matches.mockClear();
    const refused = await tryIn(email, personPassword);
    expect(refused.json()).toMatchObject({ status: 429, code: "too_many_attempts" });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(200);
    expect(matches).not.toHaveBeenCalled();
  });

  it("the wait ends with its window", async () => {
    const { email } = await newPerson(world.web, world.places.agency, "viewer");
    await forget();
    for (let turn = 0; turn < 9; turn++) await tryIn(email);
    await sql("update throttles set window_ends_at = now() - interval '1 second'");
    expect((await tryIn(email, personPassword)).status).toBe(201);
  });

  it("50 at once: at most eight are tried", async () => {
    const { email } = await newPerson(world.web, world.places.agency, "viewer");
    await forget();
    matches.mockClear();
    const answers = await Promise.all(Array.from({ length: 50 }, () => tryIn(email)));
    expect(matches.mock.calls.length).toBeLessThanOrEqual(8);
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(42);
  });

  it("a success takes its try back: signing in all day is no attack", async () => {
    const { email } = await newPerson(world.web, world.places.agency, "viewer");
    for (let turn = 0; turn < 12; turn++) expect((await tryIn(email, personPassword)).status).toBe(201);
  });

  it("strangers who guess do not keep the owner out, who comes from another network", async () => {
    const { email } = await newPerson(world.web, world.places.agency, "owner");
    for (let turn = 0; turn < 10; turn++) await tryIn(email);
    const { trustedProxies } = world.web.app.config;
    trustedProxies.push("127.0.0.1");
    const answer = await tryIn(email, personPassword, host(), { "x-forwarded-for": "198.51.100.7" });
    const neighbour = await tryIn(email, personPassword, host(), { "x-forwarded-for": "127.0.0.99" });
    trustedProxies.pop();
    expect([answer.status, neighbour.status]).toEqual([201, 429]);
  });

  it("one network may try 60 addresses, of whatever sort, and then waits", async () => {
    const answers = [];
    for (let turn = 0; turn < 62; turn++) answers.push((await tryIn(`n${turn}@example.com`)).status);
    expect(answers.filter((status) => status === 401)).toHaveLength(60);
    expect(answers.slice(60)).toEqual([429, 429]);
  });

  it("each host counts for itself", async () => {
    for (let turn = 0; turn < 61; turn++) await tryIn(`n${turn}@example.com`);
    const person = await newPerson(world.web, world.places.reseller, "viewer");
    expect((await tryIn(person.email, personPassword, world.reseller.host)).status).toBe(201);
    expect((await tryIn("a@example.com", "x", other.agency.host)).status).toBe(401);
    expect((await tryIn("n1@example.com", "x", world.reseller.host)).status).toBe(401);
  });

  it("an address in other letters is the same address", async () => {
    const { email } = await newPerson(world.web, world.places.agency, "viewer");
    await forget();
    for (let turn = 0; turn < 8; turn++) await tryIn(turn % 2 ? email.toUpperCase() : email);
    expect((await tryIn(email, personPassword)).status).toBe(429);
  });

  it("five reset mails an hour for one address", async () => {
    const ask = () => world.web.ask(host(), "/api/v1/password/forgot", { body: { email: "a@example.com" } });
    const answers = [];
    for (let turn = 0; turn < 6; turn++) answers.push((await ask()).status);
    expect(answers).toEqual([204, 204, 204, 204, 204, 429]);
  });

  it("somebody else at an open desk cannot guess the current password", async () => {
    const { session } = await newPerson(world.web, world.places.agency, "viewer");
    const body = {
      current: "wrong",
      password: "a longer sentence nobody guesses",
      confirm: "a longer sentence nobody guesses",
    };
    const answers = [];
    for (let turn = 0; turn < 9; turn++)
      answers.push((await world.web.ask(host(), "/api/v1/password", { session, body })).status);
    expect(answers).toEqual([...Array(8).fill(422), 429]);
  });

  it("operators' tries are counted too", async () => {
    const { rows } = await sql(
      "select email from platform.operators where password_hash is not null limit 1",
    );
    for (let turn = 0; turn < 8; turn++)
      expect((await tryIn(rows[0].email, "wrong", operatorHost)).status).toBe(401);
    expect((await tryIn(rows[0].email, personPassword, operatorHost)).status).toBe(429);
  });

  it("hashing never takes the machine: four at once, 64 waiting, and the rest is told to come back", async () => {
    const all = await Promise.allSettled(Array.from({ length: 80 }, () => hashPassword("x")));
    const busy = all.filter((one) => one.status === "rejected").map((one) => one.reason.code);
    expect(busy).toEqual(Array(12).fill("busy"));
    expect(await hashPassword("x")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
