import { archiveReseller } from "@tenantry/core/resellers/archive";
import { createReseller } from "@tenantry/core/resellers/create";
import type { Role } from "@tenantry/core/roles";
import { asUpline, newDistributor, newReseller, newResellerOf, type Upline } from "@tenantry/core/testing";
import { resellerInput } from "@tenantry/core/testing/reseller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../routes/index.ts";
import type { Operation } from "../routes/operation.ts";
import { comparable } from "../testing/battery.ts";
import { mayUse, nameOf, requestFor } from "../testing/call.ts";
import { fill, letters, makeFixture, placeholdersOf } from "../testing/fixtures.ts";
import { snapshot } from "../testing/snapshot.ts";
import { openTestWeb, type TestWeb } from "../testing/web.ts";
import {
  credentials,
  inhabit,
  newKey,
  newPerson,
  type Place,
  type Principal,
  type World,
} from "../testing/world.ts";

// T01, T02, T28 for accounts with resellers of their own: a distributor, and a reseller that was allowed some.
const kinds = ["distributor", "reseller"] as const;
const staff: Role[] = ["owner", "admin", "finance", "support", "viewer"];
/** Names that must not be met by anybody but whose they are. */
const markers = { agency: `zq${letters()}`, sibling: `zr${letters()}`, upline: `zs${letters()}` };

let web: TestWeb;
let home: World;
const uplines = {} as Record<(typeof kinds)[number], Upline & { people: Principal[] }>;
const foreign: Record<string, string> = {};
let subsOwner: Principal;

beforeAll(async () => {
  web = await openTestWeb();
  home = await inhabit(web, markers.agency);
  const { agency } = home;
  const own = {
    distributor: await newDistributor(web.app, agency, { name: markers.upline }),
    reseller: await asUpline(web.app, agency, await newReseller(web.app, agency, markers.upline)),
  };
  for (const kind of kinds) {
    const people: Principal[] = [];
    for (const role of staff) people.push(await newPerson(web, placeOf(own[kind], kind), role));
    const owner = people[0]!;
    for (const scope of ["resellers:read", "resellers:write"]) people.push(await newKey(web, owner, [scope]));
    uplines[kind] = { ...own[kind], people };
  }
  const sibling = await newDistributor(web.app, agency, { name: markers.sibling });
  foreign["a sibling upline's reseller"] = (
    await newResellerOf(web.app, agency, sibling, markers.sibling)
  ).id;
  foreign["the agency's own reseller"] = (await newReseller(web.app, agency, markers.sibling)).id;
  foreign["a sibling upline"] = sibling.id;
  foreign["the agency itself"] = agency.id;
  const sub = await newResellerOf(web.app, agency, uplines.distributor);
  subsOwner = {
    ...{ name: "RO", host: sub.host, session: sub.owner.session },
    account: { ...placeOf(sub, "reseller"), distributorId: uplines.distributor.id },
  };
}, 120_000);
afterAll(() => web.close());

function placeOf({ id, host }: { id: string; host: string }, kind: "distributor" | "reseller"): Place {
  const agencyId = home.agency.id;
  const columns = kind === "distributor" ? { distributorId: id, resellerId: agencyId } : { resellerId: id };
  return { side: "reseller", agencyId, accountId: id, host, ...columns };
}

const beneath = operations.filter(({ verb }) => typeof verb.beneath === "string");
const withObject = beneath.filter((operation) => placeholdersOf(operation).length > 0);
const cases = beneath.map((operation) => [nameOf(operation), operation] as const);
const about = ["reseller", "archivedReseller", "invitedReseller"] as const;

async function ownReseller(upline: Upline, archived: boolean): Promise<string> {
  const ctx = await upline.ctx();
  const { id } = await createReseller(ctx, resellerInput(letters()));
  if (archived) await archiveReseller(ctx, { id });
  return id;
}

async function inputFor(operation: Operation, upline: Upline, id?: string) {
  const values: Partial<Record<(typeof about)[number], string>> = {};
  for (const name of about)
    if (placeholdersOf(operation).includes(name))
      values[name] = id ?? (await ownReseller(upline, name === "archivedReseller"));
  const input = fill(operation.example, values);
  if ("loginDomain" in input) input.loginDomain = letters();
  return input;
}

function ask(operation: Operation, principal: Principal, input: Record<string, unknown>) {
  const { path, ask } = requestFor(operation, input);
  return web.ask(principal.host, path, { ...ask, ...credentials(principal) });
}

describe.each(kinds)("people of a %s with resellers", (kind) => {
  it.each(cases)("%s answers as the policy table says", async (_name, operation) => {
    for (const principal of uplines[kind].people) {
      const answer = await ask(operation, principal, await inputFor(operation, uplines[kind]));
      const expected = mayUse(operation, principal) ? (operation.status ?? 200) : 403;
      expect(`${principal.name} ${answer.status}`, answer.text).toBe(`${principal.name} ${expected}`);
    }
  });

  it.each(withObject.map((operation) => [nameOf(operation), operation] as const))(
    "%s finds nobody else's reseller",
    async (_name, operation) => {
      const askers = uplines[kind].people.filter((one) => one.name === "RO" || one.key);
      for (const principal of askers.filter((one) => mayUse(operation, one))) {
        const said = async (id: string) => {
          const input = await inputFor(operation, uplines[kind], id);
          const before = await snapshot(web.app.admin);
          const answer = comparable(await ask(operation, principal, input)).replaceAll(id, "id");
          expect(await snapshot(web.app.admin)).toEqual(before);
          return answer;
        };
        const nobodys = await said(crypto.randomUUID());
        for (const [whose, id] of Object.entries(foreign))
          expect([whose, await said(id)]).toEqual([whose, nobodys]);
      }
    },
    30_000,
  );

  it("is told that a draft is no field of theirs, and creates without it", async () => {
    const [owner] = uplines[kind].people;
    const body = { ...resellerInput(letters()), draftId: crypto.randomUUID() };
    const post = (path: string, sent: object) =>
      web.ask(owner!.host, `/api/v1/resellers${path}`, { ...credentials(owner!), body: sent });
    for (const path of ["", "/preview"]) {
      const answer = await post(path, body);
      expect([path, answer.status]).toEqual([path, 422]);
      expect(answer.json().errors).toMatchObject([{ pointer: "/draftId", code: "draft_not_yours" }]);
    }
    expect((await post("", { ...body, draftId: undefined })).status).toBe(201);
  });

  it("is refused itself as a reseller beneath itself", async () => {
    const [owner] = uplines[kind].people;
    for (const operation of withObject.filter(({ verb }) => verb.beneath !== "see")) {
      const answer = await ask(operation, owner!, await inputFor(operation, uplines[kind], uplines[kind].id));
      expect([operation.id, answer.status]).toEqual([operation.id, 403]);
    }
  });
});

describe("every read of the API", () => {
  const reads = operations.filter(({ method, hosts }) => method === "get" && hosts !== "operator");

  /** Every read bare, by example with the agency's records, and with the ids of what is foreign. */
  async function crawl(asker: Principal): Promise<string[]> {
    const met: string[] = [];
    for (const operation of reads) {
      const values: Record<string, string> = {};
      for (const name of placeholdersOf(operation))
        values[name] = await makeFixture(home, name, home.who("AO"));
      const inputs: Record<string, unknown>[] = [{}, fill(operation.example, values)];
      for (const id of Object.values(foreign)) {
        const all = Object.fromEntries(placeholdersOf(operation).map((name) => [name, id]));
        inputs.push(fill(operation.example, all));
      }
      for (const input of inputs.filter((one) => !/\{/.test(requestFor(operation, one).path))) {
        const { text, headers, status } = await ask(operation, asker, input);
        if (status >= 500) throw new Error(`${operation.id} ${status} ${text}`);
        met.push(`${operation.id} ${status} ${text} ${JSON.stringify(headers)}`);
      }
    }
    return met;
  }

  it.each(kinds)(
    "shows a %s with resellers nothing of its siblings",
    async (kind) => {
      const answers = await crawl(uplines[kind].people[0]!);
      expect(answers.length).toBeGreaterThan(100);
      expect(answers.filter((answer) => answer.includes(markers.sibling))).toEqual([]);
    },
    60_000,
  );

  it("shows a reseller beneath an upline nothing of what is above it", async () => {
    const answers = await crawl(subsOwner);
    expect(answers.filter((answer) => answer.includes(markers.upline))).toEqual([]);
    expect(answers.filter((answer) => answer.includes(markers.sibling))).toEqual([]);
    expect(answers.filter((answer) => answer.includes(markers.agency))).toEqual([]);
  }, 60_000);

  it("shows the agency both: the crawl is not blind", async () => {
    const answers = (await crawl(home.who("AO"))).join();
    expect(answers).toContain(markers.upline);
    expect(answers).toContain(markers.sibling);
  }, 60_000);
});
