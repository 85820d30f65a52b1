import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { operations } from "../routes/index.ts";
import type { Operation } from "../routes/operation.ts";
import { type Crawl, comparable, findLeaks, foreignTo, openScene, type Scene } from "../testing/battery.ts";
import { mayUse, nameOf, requestFor } from "../testing/call.ts";
import { type FixtureName, fill, letters, makeFixture, placeholdersOf } from "../testing/fixtures.ts";
import { snapshot } from "../testing/snapshot.ts";
import { openTestWeb } from "../testing/web.ts";
import { credentials, operatorHost, type Principal } from "../testing/world.ts";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene(await openTestWeb());
}, 120_000);
afterAll(() => scene.web.close());

const askers = ["AO", "AV", "RO", "RV", "CO", "key of AO with resellers:write", "key of AO with usage:read"];
const nobodys: Partial<Record<FixtureName, () => string>> = {
  session: () => letters().slice(0, 40),
  invitation: () => `${crypto.randomUUID()}.${"x".repeat(43)}`,
  reset: () => `${crypto.randomUUID()}.${"x".repeat(43)}`,
};

/** Input fields that name a record, shown in the example or not. */
const byField: Record<string, FixtureName> = {
  ...{ planId: "plan", parentId: "reseller", accountId: "reseller", uplineId: "uplineReseller" },
};
function idsOf(operation: Operation): { name: FixtureName; field?: string }[] {
  const shown = placeholdersOf(operation).map((name) => ({ name }));
  const shape = (operation.verb.input as z.ZodObject).shape ?? {};
  const hidden = Object.keys(shape).filter((field) => byField[field] && !(field in operation.example));
  return [...shown, ...hidden.map((field) => ({ name: byField[field]!, field }))];
}

const addressing = operations
  .filter(({ hosts }) => hosts !== "operator")
  .flatMap((operation) =>
    idsOf(operation).map(
      ({ name, field }) => [nameOf(operation), field ?? name, { operation, name, field }] as const,
    ),
  );

/** The example with own records everywhere but in the one place that is tried out. */
async function inputWith(
  operation: Operation,
  asker: Principal,
  tried: { name: FixtureName; field?: string },
  id: string,
) {
  const values: Partial<Record<FixtureName, string>> = {};
  for (const name of placeholdersOf(operation)) {
    values[name] = name === tried.name && !tried.field ? id : await makeFixture(scene.home, name, asker);
  }
  const input = fill(operation.example, values);
  if (tried.field) input[tried.field] = id;
  return input;
}

describe("T01: a record of somebody else is not there", () => {
  it.each(addressing)("%s, %s", async (_operation, _field, { operation, ...tried }) => {
    const rounds = await Promise.all(askers.map((who) => roundOf(scene.home.who(who), operation, tried)));
    // Usage of nobody is set aside, in the asker's own agency.
    const but = operation.id === "ingestUsage" ? scene.home.agency.id : undefined;
    const before = await snapshot(scene.web.app.admin, but);
    for (const round of rounds) await expectAlike(round, operation);
    expect(await snapshot(scene.web.app.admin, but)).toEqual(before);
  });
});

/** What one asker asks: an id that nobody has, and one of each kind of somebody else's. */
async function roundOf(
  asker: Principal,
  operation: Operation,
  tried: { name: FixtureName; field?: string },
): Promise<Round> {
  const random = (nobodys[tried.name] ?? crypto.randomUUID.bind(crypto))();
  const foreign = foreignTo(scene, asker, tried.name, mayUse(operation, asker));
  const tries = [{ relation: "nobody's", id: random }, ...foreign];
  const inputs: Round["inputs"] = [];
  for (const { relation, id } of tries)
    inputs.push({ relation, id, input: await inputWith(operation, asker, tried, id) });
  return { asker, inputs };
}

interface Round {
  asker: Principal;
  inputs: { relation: string; id: string; input: Record<string, unknown> }[];
}

/** Somebody else's record is answered like one that does not exist, which is not answered with success. */
async function expectAlike({ asker, inputs }: Round, operation: Operation): Promise<void> {
  const answers: { relation: string; said: string }[] = [];
  for (const { relation, id, input } of inputs) {
    const request = requestFor(operation, input);
    const answer = await scene.web.ask(asker.host, request.path, { ...request.ask, ...credentials(asker) });
    answers.push({ relation, said: comparable(answer).replaceAll(id, "id") });
  }
  const [nobody, ...others] = answers;
  for (const { relation, said } of others)
    expect({ relation, said }, asker.name).toEqual({ relation, said: nobody!.said });
  expect(nobody!.said, asker.name).not.toMatch(/"status":(2\d\d(?!.*(\[\]|quarantined|unknown)))/);
}

describe("T02: no marker of another tenant anywhere", () => {
  const reads = operations.filter(({ method }) => method === "get");

  it(`${reads.length} reads, bare and by example and by foreign ids, asked by everybody`, async () => {
    const crawls: Crawl[] = [];
    for (const asker of scene.home.principals) {
      for (const operation of reads) {
        const onOperators = operation.hosts === "operator";
        const at = onOperators && asker.name === "anonymous" ? { ...asker, host: operatorHost } : asker;
        const input = async (name?: FixtureName, id?: string) => {
          const values: Partial<Record<FixtureName, string>> = {};
          for (const one of placeholdersOf(operation)) {
            values[one] = one === name ? id : await makeFixture(scene.home, one, asker);
          }
          return fill(operation.example, values);
        };
        const own = await input();
        crawls.push({ asker: at, path: requestFor(operation, own).path });
        crawls.push({ asker: at, path: requestFor(operation, own).path.split("?")[0]! });
        for (const name of placeholdersOf(operation)) {
          for (const { id } of foreignTo(scene, asker, name)) {
            crawls.push({ asker: at, path: requestFor(operation, await input(name, id)).path });
          }
        }
      }
      for (const path of ["/api/v1/openapi.json", "/api/docs", "/api/docs/errors", "/api/v1/nothing", "/"]) {
        crawls.push({ asker, path });
      }
    }
    expect(crawls.length).toBeGreaterThan(600);
    expect((await findLeaks(scene, crawls)).join("\n")).toBe("");
  }, 300_000);

  it("finds a marker where one may be seen: the crawl is not blind", async () => {
    const { home, canaries, web } = scene;
    const owner = home.who("AO");
    const path = "/api/v1/resellers?sort=joined";
    const list = await web.ask(owner.host, path, credentials(owner));
    expect(canaries.filter(({ text }) => list.text.includes(text)).length).toBeGreaterThan(1);
    const stranger = { ...owner, account: scene.others[0]!.places.agency };
    expect(await findLeaks(scene, [{ asker: stranger, path }])).not.toEqual([]);
  });

  it("a cursor of another tenant, filter or list opens nothing", async () => {
    const { home, others, web } = scene;
    const page = async (asker: Principal, query: string) =>
      web.ask(asker.host, `/api/v1/resellers?limit=1&${query}`, credentials(asker));
    const { next } = (await page(home.who("AO"), "sort=name")).json();
    expect(next).toMatch(/./);
    const tries = [
      await page(others[0]!.who("AO"), `sort=name&cursor=${next}`),
      await page(home.who("AO"), `sort=joined&cursor=${next}`),
      await page(home.who("AO"), `sort=name&search=home&cursor=${next}`),
      await page(home.who("AO"), `sort=name&cursor=${next.slice(0, -1)}${next.endsWith("A") ? "B" : "A"}`),
      await page(home.who("AO"), `sort=name&cursor=${next.split(".")[0]}`),
      await web.ask(home.agency.host, `/api/v1/customers?cursor=${next}`, credentials(home.who("AO"))),
    ];
    for (const answer of tries) {
      expect(answer.status).toBe(422);
      expect(answer.json().errors[0]).toMatchObject({ pointer: "/cursor", code: "cursor_foreign" });
    }
    expect((await page(home.who("AO"), `sort=name&cursor=${next}`)).status).toBe(200);
  });
});
