import { readSessionCookie } from "@tenantry/core/identity/cookies";
import { personPassword } from "@tenantry/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { raw, request } from "../testing/raw.ts";
import { inhabit, newPerson, openWorld, operatorHost, type World } from "../testing/world.ts";

// T10, T11: what counts as a session, and where.
let world: World;
let other: World;
beforeAll(async () => {
  world = await openWorld();
  other = await inhabit(world.web);
}, 60_000);
afterAll(() => world.web.close());

describe("T10: a Cookie header, byte by byte", () => {
  const good = () => world.who("AO").session!;
  const foreign = () => other.who("AO").session!;
  const named = (value: string) => `__Host-session=${value}`;
  const ask = async (...headers: string[]) => {
    const first = "GET /api/v1/profile HTTP/1.1";
    return (await raw(world.web.port, request(first, [`host: ${world.agency.host}:3000`, ...headers])))
      .status;
  };

  it.each<[string, () => string, number]>([
    ["the session alone", () => named(good()), 200],
    ["among others", () => `a=1; ${named(good())}; b=2`, 200],
    ["without a space between", () => `a=1;${named(good())};b=2`, 200],
    ["with a bad percent elsewhere", () => `a=%E0%A4%A; ${named(good())}; b=%`, 200],
    ["with an empty pair", () => `;; ${named(good())};`, 200],
    ["twice, the same", () => `${named(good())}; ${named(good())}`, 400],
    ["twice, ours first", () => `${named(good())}; ${named("x")}`, 400],
    ["twice, a stranger's first", () => `${named("x")}; ${named(good())}`, 400],
    ["twice, one empty", () => `${named(good())}; ${named("")}`, 400],
    ["of another agency", () => named(foreign()), 401],
    ["in quotes", () => named(`"${good()}"`), 401],
    ["in lower case name", () => `__host-session=${good()}`, 401],
    ["in upper case name", () => `__HOST-SESSION=${good()}`, 401],
    ["under Lucia's own name", () => `auth_session=${good()}`, 401],
    ["without its prefix", () => `session=${good()}`, 401],
    ["with a percent-encoded name", () => `%5F_Host-session=${good()}`, 401],
    ["with a percent-encoded value", () => named(good().replace(".", "%2E")), 401],
    ["with a bad percent in it", () => named(`${good()}%`), 401],
    ["with something behind it", () => named(`${good()}x`), 401],
    ["with something before it", () => named(`x${good()}`), 401],
    ["with a space in it", () => named(` ${good()}`), 401],
    ["cut short", () => named(good().slice(0, -1)), 401],
    ["its id alone", () => named(good().split(".")[0]!), 401],
    ["its id with another's secret", () => named(`${good().split(".")[0]}.${foreign().split(".")[1]}`), 401],
    ["with a dot too many", () => named(good().replace(".", "..")), 401],
    ["endless", () => named("a".repeat(8_000)), 401],
    ["nothing", () => named(""), 401],
    ["no value", () => "__Host-session", 401],
    ["U+00A0 before the name", () => `\u00a0${named(good())}`, 401],
    ["0x85 before the name", () => `\u0085${named(good())}`, 401],
    ["U+2000 before the name, as bytes", () => `\u00e2\u0080\u0080${named(good())}`, 401],
    ["a tab before the name", () => `\t${named(good())}`, 200],
  ])("%s", async (_name, cookie, status) => {
    expect(await ask(`cookie: ${cookie()}`)).toBe(status);
  });

  it("two Cookie headers are one list", async () => {
    expect(await ask(`cookie: a=1`, `cookie: ${named(good())}`)).toBe(200);
    expect(await ask(`cookie: ${named(good())}`, `cookie: ${named("x")}`)).toBe(400);
  });

  it("the reader never throws", () => {
    for (let code = 0; code < 0x3000; code++) {
      const sign = String.fromCharCode(code);
      for (const text of [
        sign,
        `${sign}__Host-session=x`,
        `__Host-session${sign}=x`,
        `__Host-session=${sign}`,
      ]) {
        expect(typeof (readSessionCookie(text) ?? "")).toBe("string");
      }
    }
  });

  it("nothing but blanks and tabs may stand before the name: else a sibling could have set it", () => {
    const before = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
      (sign) => readSessionCookie(`a=1;${sign}__Host-session=x`) === "x",
    );
    expect(before).toEqual(["\t", " ", ";"]);
  });
});

describe("what a browser is given", () => {
  it.each(["agency", "reseller", "customer"] as const)(
    "a cookie of its own for the %s's person",
    async (side) => {
      const place = world.places[side];
      const { email } = await newPerson(world.web, place, side === "customer" ? "member" : "viewer");
      const signIn = () =>
        world.web.ask(place.host, "/api/v1/session", { body: { email, password: personPassword } });
      const [first, second] = [await signIn(), await signIn()];
      const cookie = String(first.headers["set-cookie"]);
      expect(cookie).toMatch(
        /^__Host-session=[\w-]+\.[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Expires=/,
      );
      expect(cookie).not.toMatch(/domain/i);
      expect(first.headers["set-cookie"]).toHaveLength(1);
      expect(first.text).not.toContain(cookie.split(/[=;.]/)[2]);
      expect(String(second.headers["set-cookie"])).not.toBe(cookie);
      expect(first.headers["cache-control"]).toBe("no-store");
    },
  );

  it("a sign-in ignores the session somebody else planted", async () => {
    const { session, host } = world.who("AO");
    const { email } = await newPerson(world.web, world.places.agency, "viewer");
    const answer = await world.web.ask(host, "/api/v1/session", {
      headers: {
        cookie: `__Host-session=${session?.split(".")[0]}.${"A".repeat(43)}`,
        "sec-fetch-site": "same-origin",
      },
      body: { email, password: personPassword },
    });
    expect(answer.status).toBe(201);
    expect(String(answer.headers["set-cookie"])).not.toContain(session?.split(".")[0]);
  });
});

describe("T11: a session is good on its own host only", () => {
  const homes = ["AO", "RO", "CO", "PO", "other AO", "other RO"] as const;
  const who = (name: string) => (name.startsWith("other ") ? other.who(name.slice(6)) : world.who(name));
  const hostOf = (name: string) => (name.endsWith("PO") ? operatorHost : who(name).host);
  const pairs = homes.flatMap((from) => homes.map((to) => [from, to] as const));

  it.each(pairs)("%s's session on the host of %s", async (from, to) => {
    const path = hostOf(to) === operatorHost ? "/api/v1/operator/agencies" : "/api/v1/profile";
    const answer = await world.web.ask(hostOf(to), path, { session: who(from).session });
    expect(answer.status).toBe(hostOf(from) === hostOf(to) ? 200 : 401);
  });

  it.each(pairs)("%s's secret under the session id of %s", async (from, to) => {
    const [id] = who(to).session!.split(".");
    const [, secret] = who(from).session!.split(".");
    const path = hostOf(to) === operatorHost ? "/api/v1/operator/agencies" : "/api/v1/profile";
    const answer = await world.web.ask(hostOf(to), path, { session: `${id}.${secret}` });
    expect(answer.status).toBe(from === to ? 200 : 401);
  });

  it("another host of the very same account is another host", async () => {
    const { host, session } = world.who("AO");
    await world.web.app.admin.query(
      `insert into hostnames (host, agency_id, account_id, kind, is_primary, distributor_id, reseller_id)
       select 'second.' || host, agency_id, account_id, 'custom', false, distributor_id, reseller_id from hostnames where host = $1`,
      [host],
    );
    expect((await world.web.ask(`second.${host}`, "/api/docs")).text).toContain(world.agency.name);
    expect((await world.web.ask(`second.${host}`, "/api/v1/profile", { session })).status).toBe(401);
  });
});
