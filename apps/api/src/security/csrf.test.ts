import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../routes/index.ts";
import { nameOf, requestFor } from "../testing/call.ts";
import { fill, letters, makeFixture, placeholdersOf } from "../testing/fixtures.ts";
import { snapshot } from "../testing/snapshot.ts";
import { credentials, newPerson, openWorld, operatorHost, type World } from "../testing/world.ts";

// T12: SameSite does not separate tenants, so every unsafe method is asked where it comes from.
let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.web.close());

const own = () => `http://${world.agency.host}:3000`;
const origins: [string, () => string | undefined][] = [
  ["no origin", () => undefined],
  ["its own origin", own],
  ["a sibling's origin", () => "http://sibling.localhost:3000"],
  ["a reseller's origin", () => `http://${world.reseller.host}:3000`],
  ["a stranger's origin", () => "https://evil.example"],
  ["origin null", () => "null"],
  ["its own host on another port", () => `http://${world.agency.host}:3001`],
  ["its own host with another scheme", () => `https://${world.agency.host}:3000`],
  ["its own origin with more behind it", () => `${own()}.evil.example`],
];
const sites = [undefined, "same-origin", "same-site", "cross-site", "none", "Same-Origin"];
const types = [
  ...["application/json", "text/plain", "application/x-www-form-urlencoded"],
  ...["multipart/form-data; boundary=x", "application/json; charset=utf-8", undefined],
];
const methods = ["POST", "PUT", "PATCH", "DELETE"];
const carriers = ["a session", "a key", "nothing"] as const;
const paths = ["/api/v1/profile", "/api/v1/session", "/api/v1/resellers", "/api/v1/nothing", "/anywhere"];

describe("the gate", () => {
  const cases = origins.flatMap(([name, origin]) => sites.map((site) => [name, site, origin] as const));
  // The paths take turns; the long form asks everything of each of them.
  const requests = methods
    .flatMap((method) => types.flatMap((type) => carriers.map((carrier) => ({ method, type, carrier }))))
    .flatMap((one, index) =>
      (process.env.SOAK === "1" ? paths : [paths[index % paths.length]!]).map((path) => ({ ...one, path })),
    );

  it.each(cases)(`%s, sec-fetch-site %s: ${requests.length} requests`, async (_name, site, origin) => {
    const key = world.who("key of AO with plans:read").secret;
    const session = world.who("AV").session;
    const passes = (carrier: string) => {
      if (site !== undefined) return site === "same-origin";
      return origin() !== undefined ? origin() === own() : carrier === "a key";
    };
    const wrong: string[] = [];
    for (const { method, type, carrier, path } of requests) {
      const headers = {
        "sec-fetch-site": site ?? [],
        ...(origin() && { origin: origin() }),
        ...(type && { "content-type": type }),
        ...(carrier === "a key" && { authorization: `Bearer ${key}` }),
        ...(carrier === "a session" && { cookie: `__Host-session=${session}` }),
      };
      // An empty body, so that nothing that passes does anything.
      const answer = await world.web.ask(world.agency.host, path, { method, headers });
      const refused = answer.status === 403 && answer.text.includes("cross_site");
      if (refused === passes(carrier))
        wrong.push(`${method} ${path} ${type} with ${carrier}: ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe("every unsafe operation", () => {
  const unsafe = operations.filter(({ method }) => method !== "get");

  it.each(unsafe.map((operation) => [nameOf(operation), operation] as const))(
    "%s refuses a sibling's page, with everything else right, and writes nothing",
    async (_name, operation) => {
      const asker = world.who(operation.hosts === "operator" ? "PO" : "AO");
      const values: Record<string, string> = {};
      for (const name of placeholdersOf(operation)) values[name] = await makeFixture(world, name, asker);
      const { path, ask } = requestFor(operation, fill(operation.example, values));
      const { session } = credentials(asker);
      const before = await snapshot(world.web.app.admin);
      for (const headers of [
        { "sec-fetch-site": "same-site", origin: "http://sibling.localhost:3000" },
        { "sec-fetch-site": "cross-site" },
        { "sec-fetch-site": "none" },
      ]) {
        const answer = await world.web.ask(asker.host, path, { ...ask, session, headers });
        expect(answer.json()).toMatchObject({ status: 403, code: "cross_site" });
      }
      expect(await snapshot(world.web.app.admin)).toEqual(before);
    },
  );
});

describe("GET never writes", () => {
  const reads = operations.filter(({ method }) => method === "get");

  it(`${reads.length} reads as every principal, and HEAD and OPTIONS of every operation as three`, async () => {
    const calls: [host: string, path: string, method: string, who: string][] = [];
    // What is read stays as it is: one record of each kind does for all who stand in the same kind of account.
    const made = new Map<string, string>();
    for (const { name, host } of world.principals) {
      for (const operation of operations) {
        const asker = world.who(name);
        const values: Record<string, string> = {};
        for (const one of placeholdersOf(operation)) {
          if (operation.method !== "get") continue;
          const key = `${one} of ${asker.account.side}`;
          values[one] = made.get(key) ?? (await makeFixture(world, one, asker));
          made.set(key, values[one]);
        }
        const { path } = requestFor(operation, fill(operation.example, values));
        const where = operation.hosts === "operator" && name === "anonymous" ? operatorHost : host;
        if (operation.method === "get") calls.push([where, path, "GET", name]);
        if (["AO", "PO", "anonymous"].includes(name)) {
          calls.push([where, path, "HEAD", name], [where, path, "OPTIONS", name]);
        }
      }
    }
    const before = await snapshot(world.web.app.admin);
    for (const [host, path, method, who] of calls) {
      const answer = await world.web.ask(host, path, { method, ...credentials(world.who(who)) });
      expect(answer.status).toBeLessThan(500);
    }
    expect(await snapshot(world.web.app.admin)).toEqual(before);
  }, 60_000);
});

describe("session and key at once", () => {
  it("is refused: two answers to who is asking", async () => {
    const key = world.who("key of AO with plans:read").secret;
    const { session } = await newPerson(world.web, world.places.agency, "viewer");
    const answer = await world.web.ask(world.agency.host, "/api/v1/plans", { key, session });
    expect(answer.json()).toMatchObject({ status: 400, code: "malformed_request" });
  });

  it("a program with a key needs no origin", async () => {
    const { host, secret } = world.who("key of AO with customers:write");
    const made = await world.web.ask(host, "/api/v1/customers", { key: secret, body: { name: letters() } });
    expect(made.status).toBe(201);
  });
});
