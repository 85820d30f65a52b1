import { keyScopes } from "@tenantry/core/key-scopes";
import { needsProof } from "@tenantry/core/policy";
import { keepProven, loseProof } from "@tenantry/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../routes/index.ts";
import type { Operation } from "../routes/operation.ts";
import { mayUse, nameOf, pathParams, requestFor } from "../testing/call.ts";
import { fill, letters, makeFixture, placeholdersOf } from "../testing/fixtures.ts";
import { snapshot } from "../testing/snapshot.ts";
import {
  credentials,
  expendable,
  newPerson,
  openWorld,
  operatorHost,
  type Principal,
  resellerKeyScopes,
  type World,
} from "../testing/world.ts";

// T28: every operation asked by every principal, on the host where the principal stands.
let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.web.close());

const people = ["anonymous", "PO", "AO", "AA", "AF", "AS", "AV", "RO", "RA", "RF", "RS", "RV", "CO", "CM"];
const keys = keyScopes.map((scope) => `key of AO with ${scope}`);
const resellerKey = `key of RO with ${resellerKeyScopes.join(" ")}`;
const everybody = [...people, ...keys, resellerKey];

/** Anonymous is met where the operation is served. */
function asker(operation: Operation, name: string): Principal {
  const principal = world.who(name);
  return operation.hosts === "operator" && name === "anonymous"
    ? { ...principal, host: operatorHost }
    : principal;
}

/** Whether the operation is served where this one asks, and the policy table names them. */
function isLetIn(operation: Operation, name: string): boolean {
  const ofOperator = operation.hosts === "operator";
  if (ofOperator !== (name === "PO" || (name === "anonymous" && ofOperator))) return false;
  const [, creator, scopes] = /^key of (\w+) with (.+)$/.exec(name) ?? [];
  return mayUse(operation, { name, key: creator ? { creator, scopes: scopes!.split(" ") } : undefined });
}

const ofAgencysList = [
  "distributor",
  "archivedDistributor",
  "uplineReseller",
  "savedView",
  "bulkRun",
  "resellerImport",
  "checkedImport",
  "resellerDraft",
];

/** Everybody of an agency sees its tree; a reseller's people its rows; a customer's their own account. */
function isInside(operation: Operation, { account }: Principal): boolean {
  const objects = placeholdersOf(operation).filter(
    (name) =>
      ![
        "invitation",
        "reset",
        "setup",
        "paymentLink",
        "checkout",
        "ownAccount",
        "ownAgency",
        "transfer",
        "gatewayKey",
        "gatewayAccount",
        "platform",
        "connectedAccount",
      ].includes(name),
  );
  if (objects.includes("session") || objects.length === 0) return true;
  // Views, runs, files, drafts and uplines are of an agency's lists: nobody below it has one in reach.
  if (objects.some((name) => ofAgencysList.includes(name))) return account.side === "agency";
  if (objects.includes("planMigration") && account.side !== "agency") return false;
  // The agency's product: those below it are shown what is released to them, and have no such record in reach.
  if (objects.some((name) => name.toLowerCase().includes("feature"))) return account.side === "agency";
  return (
    account.side !== "customer" ||
    objects.every((name) => ["customer", "soldTo", "movableCustomer"].includes(name))
  );
}

function expected(operation: Operation, principal: Principal): number[] {
  const served = (operation.hosts === "operator") === (principal.host === operatorHost);
  if (!served) return [404];
  // The reseller has none of its own: uplines.test.ts asks for those who have.
  const { beneath } = operation.verb;
  const ofUplines = typeof beneath === "string" && beneath !== "see" && principal.account.side !== "agency";
  // The world's reseller sells plans of its own, on which nobody earns: commissions.test.ts asks for the others.
  const earnsNothing = operation.id === "setCommissionRate" && principal.account.side === "reseller";
  if (mayUse(operation, principal) && earnsNothing) return [409];
  if (mayUse(operation, principal)) return [ofUplines ? 403 : (operation.status ?? 200)];
  if (principal.name === "anonymous") return [401];
  if (isInside(operation, principal)) return [403];
  return pathParams(operation).length > 0 ? [404] : [403, 404];
}

/**
 * The example, speaking of records this principal could act on, and of names nobody has. Those who are refused leave a
 * record as it is: one of each kind, kept in `made`, does for all who stand in the same kind of account.
 */
async function inputFor(
  operation: Operation,
  principal: Principal,
  made = new Map<string, string>(),
): Promise<Record<string, unknown>> {
  const values: Record<string, string> = {};
  for (const name of placeholdersOf(operation)) {
    const key = `${name} of ${principal.account.side}`;
    values[name] = made.get(key) ?? (await makeFixture(world, name, principal));
    made.set(key, values[name]);
  }
  const input = fill(operation.example, values);
  if ("loginDomain" in input) input.loginDomain = letters();
  if (["createPlan", "duplicatePlan", "updatePlan"].includes(operation.id)) input.name = letters();
  if (operation.id === "createFeature") input.key = letters();
  if ("slug" in input) input.slug = letters();
  if ("externalId" in input) input.externalId = letters();
  if (operation.id === "createSavedView") input.name = letters().slice(0, 40);
  if (operation.id === "invitePerson") input.email = `${letters()}@example.com`;
  if (operation.id === "readMail") input.agencyId = world.agency.id;
  if (operation.id === "createSession")
    input.email = (await newPerson(world.web, principal.account, "viewer")).email;
  if (operation.id === "createOperatorSession") input.email = await operatorEmail();
  return input;
}

async function operatorEmail(): Promise<string> {
  const { rows } = await world.web.app.admin.query(
    "select email from platform.operators where password_hash is not null",
  );
  return rows[0].email;
}

async function ask(operation: Operation, principal: Principal, input: Record<string, unknown>) {
  const { path, ask } = requestFor(operation, input);
  return world.web.ask(principal.host, path, { ...ask, ...credentials(principal) });
}

describe.each(operations.map((operation) => [nameOf(operation), operation] as const))(
  "%s",
  (_name, operation) => {
    const letIn = everybody.filter((name) => isLetIn(operation, name));
    if (letIn.length > 0)
      it.each(letIn)("asked by %s", async (name) => {
        const principal = await expendable(world.web, operation.id, asker(operation, name));
        const answer = await ask(operation, principal, await inputFor(operation, principal));
        expect(expected(operation, principal), answer.text).toContain(answer.status);
      });

    it("refuses everybody else, and writes nothing", async () => {
      const refused: [Principal, Record<string, unknown>][] = [];
      const made = new Map<string, string>();
      for (const name of everybody.filter((one) => !isLetIn(operation, one))) {
        const principal = asker(operation, name);
        refused.push([principal, await inputFor(operation, principal, made)]);
      }
      const before = await snapshot(world.web.app.admin);
      for (const [principal, input] of refused) {
        const answer = await ask(operation, principal, input);
        const status = expected(operation, principal);
        expect(status, `${principal.name}: ${answer.text}`).toContain(answer.status);
        expect(Math.min(...status)).toBeGreaterThanOrEqual(400);
      }
      expect(await snapshot(world.web.app.admin)).toEqual(before);
    });

    const mayAsk = () =>
      everybody.map(world.who).filter((one) => one.session && one.name !== "PO" && mayUse(operation, one));
    const proof = ({ account }: Principal) => [world.web.app, account.agencyId] as const;

    const asksForProof = async () => {
      expect(mayAsk().length).toBeGreaterThan(0);
      for (const { name } of mayAsk()) {
        const principal = await expendable(world.web, operation.id, world.who(name));
        const input = await inputFor(operation, principal);
        await loseProof(...proof(principal), principal.session!);
        const before = await snapshot(world.web.app.admin);
        const answer = await ask(operation, principal, input);
        expect(answer.json(), name).toMatchObject({ status: 403, code: "step_up_required" });
        expect(await snapshot(world.web.app.admin)).toEqual(before);
        await keepProven(...proof(principal), principal.session!);
      }
    };

    const asksForNone = async () => {
      for (const { name } of mayAsk().filter((one) => ["AO", "RO"].includes(one.name))) {
        const principal = await expendable(world.web, operation.id, world.who(name));
        const input = await inputFor(operation, principal);
        await loseProof(...proof(principal), principal.session!);
        const answer = await ask(operation, principal, input);
        expect(expected(operation, principal), answer.text).toContain(answer.status);
        await keepProven(...proof(principal), principal.session!);
      }
    };

    if (needsProof(operation.verb.verb))
      it("asks people whose proof is old for a new one first", asksForProof);
    else it("asks nobody for a new proof", asksForNone);
  },
);
