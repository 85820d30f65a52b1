import { policy, principalMay } from "@tenantry/core/policy";
import { asUpline, personPassword } from "@tenantry/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../routes/index.ts";
import type { Operation } from "../routes/operation.ts";
import { fill, letters, makeFixture, placeholdersOf } from "../testing/fixtures.ts";
import { mismatches, type Schema } from "../testing/json-schema.ts";
import type { Answer } from "../testing/web.ts";
import {
  credentials,
  expendable,
  newPerson,
  openWorld,
  operatorHost,
  type Principal,
  type World,
} from "../testing/world.ts";

interface Described {
  operationId: string;
  summary: string;
  security: Record<string, unknown>[];
  parameters?: { name: string; in: string; required?: boolean; schema: Schema & { example?: unknown } }[];
  requestBody?: { content: { "application/json": { schema: Schema; example?: Record<string, unknown> } } };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  openapi: string;
  info: { title: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Described>>;
  components: { securitySchemes: Record<string, unknown>; schemas?: Record<string, Schema> };
}

let world: World;
const documents: Record<string, Document> = {};
beforeAll(async () => {
  world = await openWorld();
  await asUpline(world.web.app, world.agency, world.reseller);
  for (const host of [world.agency.host, world.reseller.host, operatorHost]) {
    documents[host] = (await world.web.ask(host, "/api/v1/openapi.json")).json();
  }
}, 60_000);
afterAll(() => world.web.close());

const hostOf = (hosts?: "operator") => (hosts ? operatorHost : world.agency.host);
const describedIn = (document: Document) =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ path, method, described })),
  );

describe("the description", () => {
  it("is OpenAPI 3.1 in the tenant's name and at its address", () => {
    const document = documents[world.reseller.host]!;
    expect(document.openapi).toBe("3.1.0");
    expect(document.info.title).toBe(`${world.reseller.name} API`);
    expect(document.servers).toEqual([{ url: `http://${world.reseller.host}:3000/api/v1` }]);
    expect(JSON.stringify(document)).not.toContain(world.agency.name);
    expect(Object.keys(document.components.securitySchemes).sort()).toEqual(["key", "session"]);
  });

  it("describes exactly what is served, each host its own", () => {
    const ids = (host: string) =>
      describedIn(documents[host]!)
        .map(({ described }) => described.operationId)
        .sort();
    const own = (operator: boolean) =>
      operations
        .filter(({ hosts }) => (hosts === "operator") === operator)
        .map(({ id }) => id)
        .sort();
    expect(ids(world.agency.host)).toEqual(own(false));
    expect(ids(world.reseller.host)).toEqual(own(false));
    expect(ids(operatorHost)).toEqual(own(true));
  });

  it("has every verb of the policy table, but those of the demo's welcome page and what gateways call", () => {
    const served = new Set(operations.map(({ verb }) => verb.verb));
    const missing = Object.keys(policy).filter((verb) => !served.has(verb as never));
    expect(missing.filter((verb) => !verb.startsWith("demo."))).toEqual(["payment.receive"]);
  });

  it("gives every operation an id, a summary, its parameters, its answer and the problem", () => {
    for (const document of Object.values(documents)) {
      const ids = describedIn(document).map(({ described }) => described.operationId);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { path, described } of describedIn(document)) {
        const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
        const inPath = described.parameters?.filter((one) => one.in === "path" && one.required) ?? [];
        expect(inPath.map(({ name }) => name)).toEqual(named);
        expect(described.summary).toMatch(/^[A-Z].*[^.]$/);
        expect(described.responses.default?.content).toHaveProperty("application/problem+json");
        expect(Object.keys(described.responses).filter((status) => /^20[0124]$/.test(status))).toHaveLength(
          1,
        );
      }
    }
  });
});

describe("every example does what the description says", () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    "%s",
    async (id, { hosts, example, verb }) => {
      const document = documents[hostOf(hosts)]!;
      const { path, method, described } = describedIn(document).find(
        (one) => one.described.operationId === id,
      )!;
      const asker = await askerOf(described, { id, hosts, verb });
      const values: Record<string, string> = {};
      for (const name of placeholdersOf({ example } as never))
        values[name] = await makeFixture(world, name, asker);
      const answer = await ask(path, method, fill(described, values), asker, id);
      const [status] = Object.keys(described.responses).filter((code) => code !== "default");
      expect([String(answer.status), answer.text]).toEqual([status, answer.text]);
      const schema = described.responses[status!]?.content?.["application/json"]?.schema;
      if (!schema) return expect(answer.text === "" || !isJson(answer)).toBe(true);
      expect(mismatches(answer.json(), schema)).toEqual([]);
    },
  );

  it("a refusal is the problem it says", async () => {
    const { described } = describedIn(documents[world.agency.host]!)[0]!;
    const schema = described.responses.default!.content!["application/problem+json"]!.schema;
    const answer = await world.web.ask(world.agency.host, "/api/v1/resellers");
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(mismatches(answer.json(), schema)).toEqual([]);
  });
});

const isJson = ({ headers }: Answer) => String(headers["content-type"]).includes("application/json");

/** Who may: nobody yet where no security is asked for, else the agency's owner; a fresh one where that changes them. */
async function askerOf(
  { security }: Described,
  { id, hosts, verb }: Pick<Operation, "id" | "hosts" | "verb">,
): Promise<Principal> {
  // What the agency has no use for is an upline's, or a customer's own.
  if (security.length > 0 && !hosts && !principalMay(verb.verb, "AO"))
    return world.who(principalMay(verb.verb, "RO") ? "RO" : "CO");
  const name = security.length === 0 ? "anonymous" : hosts ? "PO" : "AO";
  return expendable(world.web, id, { ...world.who(name), host: hostOf(hosts) });
}

async function ask(
  path: string,
  method: string,
  described: Described,
  asker: Principal,
  id: string,
): Promise<Answer> {
  const given = (described.parameters ?? []).filter((one) => one.schema.example !== undefined);
  const text = (one: (typeof given)[number]) => encodeURIComponent(String(one.schema.example));
  const address = given
    .filter((one) => one.in === "path")
    .reduce((so, one) => so.replace(`{${one.name}}`, text(one)), path);
  const query = given.filter((one) => one.in === "query").map((one) => `${one.name}=${text(one)}`);
  const body = described.requestBody?.content["application/json"].example;
  if (body && "slug" in body) body.slug = letters();
  if (body && "loginDomain" in body) body.loginDomain = letters();
  if (body && id === "createSession")
    body.email = (await newPerson(world.web, world.places.agency, "viewer")).email;
  if (body && id === "createOperatorSession") {
    const sql = "select email from platform.operators where password_hash is not null limit 1";
    Object.assign(body, {
      email: (await world.web.app.admin.query(sql)).rows[0].email,
      password: personPassword,
    });
  }
  const mails = id === "readMail" ? address.replace(/mails\/[^/]+/, `mails/${world.agency.id}`) : address;
  const url = `/api/v1${mails}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  return world.web.ask(asker.host, url, { method: method.toUpperCase(), body, ...credentials(asker) });
}
