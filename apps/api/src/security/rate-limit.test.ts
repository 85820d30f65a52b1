import { rateLimitsOf } from "@tenantry/core/api-keys/limits";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, openTestWeb } from "../testing/web.ts";
import { inhabit, newKey, newPerson, type Principal, type World } from "../testing/world.ts";

// What is advertised is what is enforced; and T54: one tenant's noise is not another's.
const perMinute = 40;
let world: World;
let other: World;
beforeAll(async () => {
  world = await inhabit(await openTestWeb());
  other = await inhabit(world.web);
  // The world was made without a limit; from here on the web process has one of its own.
  Object.assign(world.web.app.config, { requestsPerMinute: perMinute });
  limited = await openLimited(world);
}, 90_000);
afterAll(async () => {
  await limited.close();
  await world.web.close();
});

let limited: Awaited<ReturnType<typeof openLimited>>;

/** Another web process on the same database, with the low limit. */
async function openLimited({ web }: World) {
  const { listen } = await import("../testing/listen.ts");
  const { send } = await import("../testing/web.ts");
  const { port, close } = await listen(web.app);
  return {
    close,
    ask: (host: string, path: string, ask = {}) => send(port, host, path, ask),
  };
}

/** The items of a list of RFC 9651, by name: `"key";q=40;w=60`. */
function items(header: unknown): Record<string, Record<string, number>> {
  return Object.fromEntries(
    String(header)
      .split(", ")
      .map((item) => {
        const [name = "", ...params] = item.split(";");
        return [
          JSON.parse(name),
          Object.fromEntries(params.map((param) => [param.split("=")[0], Number(param.split("=")[1])])),
        ];
      }),
  );
}

const advertised = ({ headers }: Answer) => ({
  policy: items(headers["ratelimit-policy"]),
  left: items(headers.ratelimit),
});
const plans = ({ host, secret, session }: Principal) =>
  limited.ask(host, "/api/v1/plans", { key: secret, session });
const freshKey = async (of = world) =>
  newKey(of.web, await newPerson(of.web, of.places.agency, "owner"), ["plans:read"]);

describe("a key", () => {
  it("may ask as often as is advertised, and not once more", async () => {
    const key = await freshKey();
    const first = await plans(key);
    const { policy, left } = advertised(first);
    expect(policy.key).toEqual({ q: perMinute, w: 60 });
    expect(policy.tenant).toEqual({ q: 5 * perMinute, w: 60 });
    for (let remaining = left.key!.r!; remaining > 0; remaining--) {
      const answer = await plans(key);
      expect(answer.status).toBe(200);
      expect(advertised(answer).left.key!.r).toBe(remaining - 1);
    }
    const refused = await plans(key);
    expect(refused.json()).toMatchObject({ status: 429, code: "rate_limited" });
    expect(refused.headers["content-type"]).toBe("application/problem+json");
    const { t, r } = advertised(refused).left.key!;
    expect(r).toBe(0);
    expect(Number(refused.headers["retry-after"])).toBe(t);
    expect(t).toBeLessThanOrEqual(60);
    // Another key of the same tenant goes on.
    expect((await plans(await freshKey())).status).toBe(200);
  });

  it("shares the tenant's quota with all others of its host", async () => {
    const { tenant } = rateLimitsOf(world.web.app.config);
    const crowd = await inhabit(world.web);
    let served = 0;
    let refused: Answer | undefined;
    while (!refused) {
      const key = await freshKey(crowd);
      for (let n = 0; n < perMinute - 5; n++) {
        const answer = await plans(key);
        if (answer.status !== 200) {
          refused = answer;
          break;
        }
        served += 1;
      }
    }
    expect(served).toBe(tenant);
    expect(advertised(refused).left.tenant!.r).toBe(0);
    expect(advertised(refused).left.key!.r).toBeGreaterThan(0);
  }, 60_000);
});

it("a person has a quota of their own, nobody known one by address that spares the tenant", async () => {
  const person = await newPerson(world.web, world.places.reseller, "viewer");
  expect(Object.keys(advertised(await plans(person)).policy)).toEqual(["person", "tenant"]);
  const anonymous = await limited.ask(world.reseller.host, "/api/v1/openapi.json");
  expect(Object.keys(advertised(anonymous).policy)).toEqual(["address"]);
});

it("every answer of the API tells it, refusals included", async () => {
  const key = await freshKey();
  const answers = [
    await plans(key),
    await limited.ask(key.host, "/api/v1/resellers", { key: key.secret }),
    await limited.ask(key.host, "/api/v1/no/such/thing", { key: key.secret }),
    await limited.ask(key.host, "/api/v1/plans", { key: "ak_wrong" }),
    await limited.ask(key.host, "/api/v1/plans", { method: "PUT", key: key.secret }),
    await limited.ask(key.host, "/api/v1/customers", {
      body: {},
      headers: { "sec-fetch-site": "cross-site" },
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 403, 404, 401, 405, 403]);
  for (const answer of answers) {
    expect(answer.headers["ratelimit-policy"], answer.text).toMatch(/^"\w+";q=\d+;w=60/);
    expect(answer.headers.ratelimit).toMatch(/^"\w+";r=\d+;t=\d+/);
  }
});

it("a tenant at twenty times its limit leaves another as it was (T54)", async () => {
  const noisy = await freshKey();
  const quiet = await freshKey(other);
  const time = async (work: () => Promise<Answer>) => {
    const from = performance.now();
    const answer = await work();
    return { status: answer.status, ms: performance.now() - from };
  };
  const noise = Promise.all(
    Array.from({ length: 8 }, async () => {
      const statuses: number[] = [];
      for (let n = 0; n < 2.5 * perMinute; n++) statuses.push((await plans(noisy)).status);
      return statuses;
    }),
  );
  const heard: { status: number; ms: number }[] = [];
  for (let n = 0; n < perMinute - 2; n++) heard.push(await time(() => plans(quiet)));
  const statuses = (await noise).flat();
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(perMinute);
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(new Set(heard.map(({ status }) => status))).toEqual(new Set([200]));
  const sorted = heard.map(({ ms }) => ms).sort((one, another) => one - another);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(250);
});

it("guessing keys is limited by address", async () => {
  const fresh = await openLimited(world);
  const guess = () => fresh.ask(world.agency.host, "/api/v1/plans", { key: "ak_wrong" });
  let answer = await guess();
  for (let n = 0; n < perMinute && answer.status === 401; n++) answer = await guess();
  await fresh.close();
  expect(answer.json()).toMatchObject({ status: 429, code: "rate_limited" });
});

it("a stranger counts by its network where one address of many is as good as another", async () => {
  const { host } = world.who("AO");
  const { config } = world.web.app;
  const before = config.trustedProxies;
  Object.assign(config, { trustedProxies: ["127.0.0.1"] });
  const leftOf = async (ip: string) => {
    const headers = { "x-forwarded-for": ip, "x-forwarded-host": host };
    return advertised(await limited.ask(host, "/api/v1/plans", { headers })).left.address!.r!;
  };
  const first = await leftOf("2001:db8:1:2::1");
  expect(await leftOf("2001:db8:1:2:ffff::7")).toBe(first - 1);
  expect(await leftOf("2001:db8:1:3::1")).toBe(first);
  const one = await leftOf("203.0.113.7");
  expect(await leftOf("203.0.113.8")).toBe(one);
  Object.assign(config, { trustedProxies: before });
});
