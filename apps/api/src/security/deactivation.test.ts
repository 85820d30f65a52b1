import { personPassword } from "@tenantry/core/testing";
import { bounded } from "@tenantry/db/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cookieOf } from "../testing/web.ts";
import { credentials, newKey, newPerson, openWorld, type Place, type World } from "../testing/world.ts";

// T21, I11: a locked reseller is out on its next request, and its customers are not touched.
let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.web.close());

const profile = (host: string, session?: string) => world.web.ask(host, "/api/v1/profile", { session });
const sql = (text: string, values: unknown[] = []) => world.web.app.admin.query(text, values);
const person = (place: Place) => newPerson(world.web, place, place.side === "customer" ? "member" : "viewer");
const signIn = async (host: string, email: string, password = personPassword) =>
  cookieOf(await world.web.ask(host, "/api/v1/session", { body: { email, password } }));

describe("deactivating a reseller (I11)", () => {
  const turn = async (verb: string) => {
    const { host, session } = world.who("AO");
    return world.web.ask(host, `/api/v1/resellers/${world.reseller.id}/${verb}`, { session, method: "POST" });
  };

  it("while 50 sessions are busy: no success after the commit; undone in time, the same sessions go on", async () => {
    const { host } = world.places.reseller;
    const people = await Promise.all(Array.from({ length: 5 }, () => person(world.places.reseller)));
    const tokens: string[] = [];
    const signInTen = async (email: string) => {
      for (let made = 0; made < 10; made++) tokens.push(await signIn(host, email));
    };
    await Promise.all(people.map(({ email }) => signInTen(email)));
    const key = await newKey(world.web, world.who("RO"), ["plans:read"]);
    let committedAt = Number.POSITIVE_INFINITY;
    let going = true;
    const asked: { at: number; status: number }[] = [];
    const busy = tokens.map(async (session) => {
      while (going) {
        const at = performance.now();
        asked.push({ at, status: (await profile(host, session)).status });
      }
    });
    await bounded(
      (async () => {
        while (asked.length < 200) await profile(host);
      })(),
      20,
      "the crowd",
    );
    expect((await turn("deactivate")).json()).toMatchObject({ status: "inactive", changed: true });
    committedAt = performance.now();
    const enough = asked.length + 200;
    await bounded(
      (async () => {
        while (asked.length < enough) await profile(host);
      })(),
      20,
      "the crowd",
    );
    going = false;
    await Promise.all(busy);
    expect(new Set(asked.filter(({ at }) => at > committedAt).map(({ status }) => status))).toEqual(
      new Set([403]),
    );
    expect(asked.filter(({ status }) => status === 200).length).toBeGreaterThan(50);
    expect((await world.web.ask(host, "/api/v1/plans", credentials(key))).json().code).toBe(
      "reseller_locked",
    );

    const customer = world.who("CM");
    expect((await profile(host, customer.session)).status).toBe(200);

    expect((await turn("activate")).json()).toMatchObject({ status: "active", changed: true });
    const back = await Promise.all(tokens.map((session) => profile(host, session)));
    expect(new Set(back.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await world.web.ask(host, "/api/v1/plans", credentials(key))).status).toBe(200);
  });

  it("locked, nobody of it signs in; signing out still works; its customers do", async () => {
    const { host } = world.places.reseller;
    const [own, leaving, customer] = await Promise.all([
      person(world.places.reseller),
      person(world.places.reseller),
      person(world.places.customer),
    ]);
    await turn("deactivate");
    const tryIn = (email: string) =>
      world.web.ask(host, "/api/v1/session", { body: { email, password: personPassword } });
    expect((await tryIn(own.email)).json().code).toBe("reseller_locked");
    expect((await tryIn(customer.email)).status).toBe(201);
    const out = await world.web.ask(host, "/api/v1/session", { method: "DELETE", session: leaving.session });
    expect(out.status).toBe(204);
    await turn("activate");
  });

  it("opened again after the Undo time, sessions from before are dead and new ones are not", async () => {
    const { host } = world.places.reseller;
    const { session, email } = await person(world.places.reseller);
    await turn("deactivate");
    await sql("update accounts set status_changed_at = now() - interval '31 seconds' where id = $1", [
      world.reseller.id,
    ]);
    await turn("activate");
    expect((await profile(host, session)).status).toBe(401);
    expect((await profile(host, await signIn(host, email))).status).toBe(200);
    expect((await profile(host, world.who("CO").session)).status).toBe(200);
    // Everybody of the shared world signs in anew, for the tests that follow.
    for (const name of ["RO", "RA", "RF", "RS", "RV"]) {
      const old = world.who(name) as { email?: string; session?: string };
      old.session = await signIn(host, old.email!);
    }
  });

  it("twice is once: nothing is counted and nothing is told", async () => {
    await turn("deactivate");
    const { rows } = await sql("select count(*)::int from audit_entries where object_id = $1", [
      world.reseller.id,
    ]);
    expect((await turn("deactivate")).json()).toMatchObject({ status: "inactive", changed: false });
    const after = await sql("select count(*)::int from audit_entries where object_id = $1", [
      world.reseller.id,
    ]);
    expect(after.rows).toEqual(rows);
    await turn("activate");
  });
});
