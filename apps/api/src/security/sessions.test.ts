import { personPassword } from "@tenantry/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieOf } from "../testing/web.ts";
import { credentials, newPerson, openWorld, operatorHost, type Place, type World } from "../testing/world.ts";

// T21, T22: how long a session lives, and what ends it.
let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.web.close());

const profile = (host: string, session?: string) => world.web.ask(host, "/api/v1/profile", { session });
const sql = (text: string, values: unknown[] = []) => world.web.app.admin.query(text, values);
const rowOf = async (session: string) =>
  (
    await sql(
      "select *, extract(epoch from expires_at - now()) / 3600 as idle_hours, extract(epoch from ends_at - now()) / 3600 as hours from sessions where id = $1",
      [session.split(".")[0]],
    )
  ).rows[0];
const sides = ["agency", "reseller", "customer"] as const;
const person = (place: Place) => newPerson(world.web, place, place.side === "customer" ? "member" : "viewer");
const shift = (session: string, sets: string) =>
  sql(`update sessions set ${sets} where id = $1`, [session.split(".")[0]]);
const signIn = async (host: string, email: string, password = personPassword) =>
  cookieOf(await world.web.ask(host, "/api/v1/session", { body: { email, password } }));

describe("its life", () => {
  const lives = { agency: [8, 24], reseller: [12, 720], customer: [12, 720] } as const;

  it.each(sides)("in the %s's realm it idles and lives for so many hours", async (side) => {
    const { session } = await person(world.places[side]);
    const row = await rowOf(session!);
    expect(Number(row.idle_hours)).toBeCloseTo(lives[side][0], 1);
    expect(Number(row.hours)).toBeCloseTo(lives[side][1], 1);
  });

  it.each(sides)(
    "in the %s's realm it ends when it has idled too long, and at its absolute end",
    async (side) => {
      const place = world.places[side];
      for (const sets of [
        "expires_at = now() - interval '1 second'",
        "ends_at = now() - interval '1 second'",
      ]) {
        const { session } = await person(place);
        expect((await profile(place.host, session)).status).toBe(200);
        await shift(session!, sets);
        expect((await profile(place.host, session)).status).toBe(401);
      }
    },
  );

  it.each(sides)(
    "in the %s's realm it is renewed once half of its idle time is gone, never before",
    async (side) => {
      const { session } = await person(world.places[side]);
      const host = world.places[side].host;
      const [idle] = lives[side];
      await shift(session!, `expires_at = now() + interval '${idle / 2} hours 1 minute'`);
      await profile(host, session);
      expect(Number((await rowOf(session!)).idle_hours)).toBeLessThan(idle / 2 + 0.1);
      await shift(session!, `expires_at = now() + interval '${idle / 2} hours' - interval '1 minute'`);
      await Promise.all(Array.from({ length: 10 }, () => profile(host, session)));
      expect(Number((await rowOf(session!)).idle_hours)).toBeCloseTo(idle, 1);
    },
  );

  it.each(sides)("in the %s's realm no renewal reaches past its absolute end", async (side) => {
    const { session } = await person(world.places[side]);
    await shift(session!, "expires_at = now() + interval '1 minute', ends_at = now() + interval '1 hour'");
    expect((await profile(world.places[side].host, session)).status).toBe(200);
    const row = await rowOf(session!);
    expect(row.expires_at).toEqual(row.ends_at);
  });

  it("an operator's is as short as staff's, and is renewed the same way", async () => {
    const { session } = world.who("PO");
    const id = session!.split(".")[0];
    const list = () => world.web.ask(operatorHost, "/api/v1/operator/agencies", { session });
    await sql("update platform.operator_sessions set expires_at = now() + interval '1 hour' where id = $1", [
      id,
    ]);
    expect((await list()).status).toBe(200);
    const { rows } = await sql(
      "select extract(epoch from expires_at - now()) / 3600 as idle, extract(epoch from ends_at - created_at) / 3600 as life from platform.operator_sessions where id = $1",
      [id],
    );
    expect(Number(rows[0].idle)).toBeCloseTo(8, 1);
    expect(Number(rows[0].life)).toBeCloseTo(24, 1);
  });

  it("only a hash of its secret is stored, and no answer shows it", async () => {
    const { session, host } = await person(world.places.agency);
    const [id, secret] = session!.split(".");
    const dump = await sql("select s::text from sessions s where id = $1", [id]);
    expect(JSON.stringify(dump.rows)).not.toContain(secret);
    const list = await world.web.ask(host, "/api/v1/sessions", { session });
    expect(list.text).toContain(id);
    expect(list.text).not.toMatch(new RegExp(`${secret}|hash|secret`, "i"));
  });
});

describe("what ends it", () => {
  it.each(sides)("its owner, one by one, in the %s's realm", async (side) => {
    const { host } = world.places[side];
    const { email, session: first } = await person(world.places[side]);
    const second = await signIn(host, email);
    const third = await signIn(host, email);
    const list = (await world.web.ask(host, "/api/v1/sessions", { session: first })).json().sessions;
    expect(list).toHaveLength(3);
    expect(
      list.filter((one: { current: boolean }) => one.current).map((one: { id: string }) => one.id),
    ).toEqual([first!.split(".")[0]]);
    const revoke = (session: string) =>
      world.web.ask(host, `/api/v1/sessions/${session.split(".")[0]}`, { method: "DELETE", session: first });
    expect((await revoke(second)).status).toBe(204);
    expect((await profile(host, second)).status).toBe(401);
    expect((await revoke(second)).status).toBe(404);
    expect((await profile(host, third)).status).toBe(200);
    expect((await profile(host, first)).status).toBe(200);
  });

  it.each(sides)("its owner ends all others at once, and nobody else's, in the %s's realm", async (side) => {
    const { host } = world.places[side];
    const { email, session: here } = await person(world.places[side]);
    const elsewhere = [await signIn(host, email), await signIn(host, email)];
    const neighbour = await person(world.places[side]);
    const end = () => world.web.ask(host, "/api/v1/sessions", { method: "DELETE", session: here });
    const told = async () => {
      const text = `select before->'sessions' as ended from audit_entries
        where action = 'session.revoke-others' and actor_id = (select user_id::text from sessions where id = $1)`;
      return (await sql(text, [here!.split(".")[0]])).rows.map(({ ended }) => ended);
    };
    expect((await end()).status).toBe(204);
    for (const gone of elsewhere) expect((await profile(host, gone)).status).toBe(401);
    for (const kept of [here, neighbour.session]) expect((await profile(host, kept)).status).toBe(200);
    const ended = elsewhere.map((session) => session.split(".")[0]).toSorted();
    expect(await told()).toEqual([ended]);
    expect((await end()).status).toBe(204);
    expect(await told()).toEqual([ended]);
  });

  it("signing out: this one and no other, and the browser forgets it", async () => {
    const { host } = world.places.reseller;
    const { email, session } = await person(world.places.reseller);
    const other = await signIn(host, email);
    const out = await world.web.ask(host, "/api/v1/session", { method: "DELETE", session });
    expect(String(out.headers["set-cookie"])).toMatch(/^__Host-session=; .*Max-Age=0/);
    expect([(await profile(host, session)).status, (await profile(host, other)).status]).toEqual([401, 200]);
  });

  it.each(sides)(
    "a new password: all of them, and the caller goes on under a new token, in the %s's realm",
    async (side) => {
      const { host } = world.places[side];
      const { email, session } = await person(world.places[side]);
      const other = await signIn(host, email);
      const password = "a longer sentence nobody guesses";
      const body = { current: personPassword, password, confirm: password };
      const changed = cookieOf(await world.web.ask(host, "/api/v1/password", { session, body }));
      expect(changed.split(".")[0]).not.toBe(session!.split(".")[0]);
      const after = await Promise.all([session, other, changed].map((one) => profile(host, one)));
      expect(after.map(({ status }) => status)).toEqual([401, 401, 200]);
      const { sessions } = (await world.web.ask(host, "/api/v1/sessions", { session: changed })).json();
      expect(sessions.map((one: { id: string }) => one.id)).toEqual([changed.split(".")[0]]);
    },
  );

  it("its person being disabled, from the next request on", async () => {
    const { host } = world.places.reseller;
    const { session, userId } = await person(world.places.reseller);
    expect((await profile(host, session)).status).toBe(200);
    await sql("update users set status = 'disabled' where id = $1", [userId]);
    expect((await profile(host, session)).status).toBe(401);
  });

  it("its role being changed acts on the next request (p3)", async () => {
    const { host } = world.places.agency;
    const { session, userId } = await newPerson(world.web, world.places.agency, "admin");
    const keys = () => world.web.ask(host, "/api/v1/api-keys", { session });
    expect((await keys()).status).toBe(200);
    await sql("update memberships set role = 'viewer' where user_id = $1", [userId]);
    expect((await keys()).status).toBe(403);
  });

  it("its agency being suspended: everybody is refused, and reopening lets the same sessions in", async () => {
    const { host } = world.places.agency;
    const asked = ["AO", "RO", "CO", "key of AO with plans:read"].map((name) => world.who(name));
    const statuses = async () => {
      const answers = await Promise.all(
        asked.map((one) => world.web.ask(one.host, "/api/v1/plans", credentials(one))),
      );
      return answers.map((answer) => answer.json().code ?? answer.status);
    };
    const operator = credentials(world.who("PO"));
    const turn = (verb: string) =>
      world.web.ask(operatorHost, `/api/v1/operator/agencies/${world.agency.id}/${verb}`, {
        ...operator,
        method: "POST",
      });
    const before = await statuses();
    expect((await turn("suspend")).status).toBe(204);
    expect(await statuses()).toEqual(Array(4).fill("agency_suspended"));
    const again = await world.web.ask(host, "/api/v1/session", {
      body: { email: "x@example.com", password: "x" },
    });
    expect(again.json().code).toBe("agency_suspended");
    expect([(await turn("suspend")).status, (await turn("reopen")).status]).toEqual([204, 204]);
    expect((await turn("reopen")).status).toBe(204);
    expect(await statuses()).toEqual(before);
    for (const verb of ["suspend", "reopen"]) {
      const path = `/api/v1/operator/agencies/${crypto.randomUUID()}/${verb}`;
      expect((await world.web.ask(operatorHost, path, { ...operator, method: "POST" })).status).toBe(404);
    }
  });
});
