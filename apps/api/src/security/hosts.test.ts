import { loginDomainProblem } from "@tenantry/core/tenancy/login-domain";
import { reservedNames } from "@tenantry/core/tenancy/reserved-names";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { raw, request } from "../testing/raw.ts";
import { credentials, inhabit, openWorld, operatorHost, type World } from "../testing/world.ts";

let world: World;
let other: World;
beforeAll(async () => {
  world = await openWorld();
  other = await inhabit(world.web);
}, 60_000);
afterAll(() => world.web.close());

describe("T09: only Host names the tenant", () => {
  const headers = [
    ...[
      "x-forwarded-host",
      "forwarded",
      "x-host",
      "x-original-host",
      "x-forwarded-server",
      "x-http-host-override",
    ],
    ...[
      "x-original-url",
      "x-rewrite-url",
      "x-forwarded-for",
      "x-real-ip",
      "x-forwarded-proto",
      "x-forwarded-port",
    ],
    ...["x-forwarded-prefix", "via"],
  ];
  const values: [string, () => string][] = [
    ["another agency", () => other.agency.host],
    ["a reseller of it", () => other.reseller.host],
    ["the operator", () => operatorHost],
    ["a stranger", () => "evil.example"],
    ["userinfo", () => `${other.agency.host}@evil.example`],
    ["a port", () => `${other.agency.host}:3000`],
    ["a trailing dot", () => `${other.agency.host}.`],
    ["upper case", () => other.agency.host.toUpperCase()],
    ["punycode", () => "xn--evil-0ra.example"],
    ["two values", () => `${other.agency.host}, evil.example`],
    ["host= form", () => `host=${other.agency.host};proto=https`],
    ["an address", () => "127.0.0.1"],
  ];

  it.each(headers.flatMap((header) => values.map(([name, value]) => [header, name, value] as const)))(
    "%s: %s changes nothing",
    async (header, _name, value) => {
      const { host, session } = world.who("AO");
      const told = await world.web.ask(host, "/api/docs", { headers: { [header]: value() } });
      expect(told.text).toContain(`<title>API · ${world.agency.name}</title>`);
      const profile = await world.web.ask(host, "/api/v1/profile", {
        session,
        headers: { [header]: value() },
      });
      expect(profile.json().accountName).toBe(world.agency.name);
    },
  );

  it("what is remembered of a session is the peer, not what a header says", async () => {
    const { host, email } = world.who("AV") as { host: string; email: string } & ReturnType<World["who"]>;
    const body = { email, password: "correct horse battery staple" };
    const headers = {
      "x-forwarded-for": "203.0.113.9",
      "x-real-ip": "203.0.113.9",
      "sec-fetch-site": "same-origin",
    };
    expect((await world.web.ask(host, "/api/v1/session", { body, headers })).status).toBe(201);
    const { rows } = await world.web.app.admin.query(
      "select distinct ip from sessions where agency_id = $1",
      [world.agency.id],
    );
    expect(rows).toEqual([{ ip: "127.0.0.1" }]);
  });
});

describe("the Host header itself, byte by byte", () => {
  const own = () => `${world.agency.host}:3000`;
  const ask = (first: string, headers: string[]) => raw(world.web.port, request(first, headers));
  const notFound = [404, 400];

  it.each<[string, () => string]>([
    ["an unknown host", () => "nobody.localhost"],
    ["a host below ours", () => `x.${own()}`],
    ["a host that only ends like ours", () => `x${own()}`],
    ["a host that only begins like ours", () => `${world.agency.host}.evil.example`],
    ["a trailing dot", () => `${world.agency.host}.`],
    ["userinfo", () => `x@${own()}`],
    ["a path", () => `${world.agency.host}/x`],
    ["a space", () => `${world.agency.host} evil.example`],
    ["two in one", () => `${world.agency.host}, ${other.agency.host}`],
    ["a letter that is none of ASCII", () => `${world.agency.host.replace("t", "\u00fe")}`],
    ["a zero byte", () => `${world.agency.host}\0`],
    ["nothing", () => ""],
    ["an address", () => "127.0.0.1:3000"],
    ["an address in brackets", () => "[::1]:3000"],
    ["a port that is none", () => `${world.agency.host}:port`],
    ["an endless name", () => "a".repeat(300)],
    ["a percent", () => `%6c${world.agency.host}`],
  ])("%s is nobody's, and says no more than that", async (_name, host) => {
    const answer = await ask("GET /api/docs HTTP/1.1", [`host: ${host()}`]);
    expect(notFound).toContain(answer.status);
    expect(answer.text).not.toContain(world.agency.name);
  });

  it("upper case is the same host", async () => {
    const answer = await ask("GET /api/docs HTTP/1.1", [`host: ${own().toUpperCase()}`]);
    expect(answer.text).toContain(world.agency.name);
  });

  it("without Host there is no tenant", async () => {
    expect((await ask("GET /api/docs HTTP/1.1", [])).status).toBe(400);
    const old = await ask("GET /api/docs HTTP/1.0", []);
    expect(old.text).not.toContain(world.agency.name);
    expect(notFound).toContain(old.status);
  });

  it("of two Host headers no second one counts", async () => {
    for (const [first, second] of [
      [own(), `${other.agency.host}:3000`],
      [`${other.agency.host}:3000`, own()],
    ]) {
      const answer = await ask("GET /api/docs HTTP/1.1", [`host: ${first}`, `host: ${second}`]);
      const names = [world, other]
        .filter(({ agency }) => answer.text.includes(agency.name))
        .map(({ agency }) => agency.host);
      expect(names).toEqual(answer.status === 200 ? [first!.split(":")[0]] : []);
    }
  });

  it("an absolute address in the first line does not choose the tenant", async () => {
    const line = `GET http://${other.agency.host}:3000/api/docs HTTP/1.1`;
    const answer = await ask(line, [`host: ${own()}`]);
    expect(answer.text).not.toContain(other.agency.name);
  });
});

describe("behind a proxy that the configuration names", () => {
  it("its X-Forwarded-Host and -For count, and nobody else's", async () => {
    const { trustedProxies } = world.web.app.config;
    const headers = { "x-forwarded-host": other.agency.host, "x-forwarded-for": "198.51.100.1, 203.0.113.9" };
    const name = async () =>
      (await world.web.ask(world.agency.host, "/api/docs", { headers })).text.match(
        /<title>API · (.*)<\/title>/,
      )?.[1];
    expect(await name()).toBe(world.agency.name);
    trustedProxies.push("127.0.0.1");
    try {
      expect(await name()).toBe(other.agency.name);
      // The last hop is the proxy's own word; what stands before it anybody can write.
      const { host, email } = world.who("AS") as { email: string } & ReturnType<World["who"]>;
      const body = { email, password: "correct horse battery staple" };
      const signedIn = { "x-forwarded-host": host, "x-forwarded-for": headers["x-forwarded-for"] };
      expect((await world.web.ask(host, "/api/v1/session", { body, headers: signedIn })).status).toBe(201);
      const { rows } = await world.web.app.admin.query("select from sessions where ip = '203.0.113.9'");
      expect(rows).toHaveLength(1);
    } finally {
      trustedProxies.pop();
      await world.web.app.admin.query("delete from sessions where ip = '203.0.113.9'");
    }
  });
});

describe("T15: names nobody can have", () => {
  const names = [...reservedNames];

  it("there are at least 300", () => expect(names.length).toBeGreaterThanOrEqual(300));

  it.each(["operator", "partner", "www", "api", "mail", "status", "login", "admin", "support", "tenantry"])(
    "%s is one of them",
    (name) => expect(loginDomainProblem(name)).toBe("login_domain_reserved"),
  );

  it.each([
    ...[
      "",
      "ab",
      "a".repeat(64),
      "Abc",
      "a-b",
      "a.b",
      "a_b",
      "abc1",
      "xn--abc",
      "аdmin",
      "acme ",
      " acme",
      "acme\n",
    ],
    ...["acme\0", "ACME", "acmé", "%61cme", "a/b", "acme:80", "١٢٣", "ⓐⓒⓜⓔ"],
  ])("%j is no login domain", (name) => expect(loginDomainProblem(name)).toBeDefined());

  it("no reseller and no agency gets one, and the check says why", async () => {
    const { host, session } = world.who("AO");
    for (const name of ["operator", "support", "partner"]) {
      const check = await world.web.ask(host, `/api/v1/login-domains/${name}`, { session });
      expect(check.json()).toMatchObject({ available: false, problem: "login_domain_reserved" });
      const body = { name: "X", slug: name, ownerName: "X", ownerEmail: "x@example.com" };
      const made = await world.web.ask(operatorHost, "/api/v1/operator/agencies", {
        ...credentials(world.who("PO")),
        body,
      });
      expect(made.status).toBe(422);
    }
  });

  it("a name of somebody else's is taken, and no word of whose it is (T08)", async () => {
    const { host, session } = world.who("AO");
    const name = other.reseller.loginDomain;
    const check = await world.web.ask(host, `/api/v1/login-domains/${name}`, { session });
    expect(check.json()).toMatchObject({ available: false, problem: "login_domain_taken" });
    expect(check.text).not.toContain(other.reseller.name);
  });
});
