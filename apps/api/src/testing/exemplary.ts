import { principalMay } from "@tenantry/core/policy";
import { personPassword } from "@tenantry/core/testing";
import type { Operation } from "../routes/operation.ts";
import { fill, letters, makeFixture, placeholdersOf } from "./fixtures.ts";
import { expendable, newOperator, newPerson, operatorHost, type Principal, type World } from "./world.ts";

/** Operations that anybody may use who is not signed in. */
export const isOpen = ({ verb }: Operation) =>
  /^(session\.create|second-step\.pass|password\.(forgot|reset)|invitation\.accept|operator\.setup|operator-session\.create)$/.test(
    verb.verb,
  );

/** Somebody who may use an operation; a fresh person where it ends their session. */
export async function askerOf(world: World, operation: Operation): Promise<Principal> {
  const { id, hosts } = operation;
  const host = hosts ? operatorHost : world.agency.host;
  if (isOpen(operation)) return { ...world.who("anonymous"), host };
  if (hosts) return { ...world.who("PO"), session: await newOperator(world.web) };
  // What is a reseller's own to do, its owner does.
  return expendable(world.web, id, world.who(principalMay(operation.verb.verb, "AO") ? "AO" : "RO"));
}

/** An operation's example about records of its own, as often as it is asked for. */
export async function freshInput(
  world: World,
  operation: Operation,
  asker: Principal,
): Promise<Record<string, unknown>> {
  const values: Record<string, string> = {};
  for (const name of placeholdersOf(operation)) values[name] = await makeFixture(world, name, asker);
  const input = fill(operation.example, values);
  for (const name of ["slug", "loginDomain", "externalId"]) if (name in input) input[name] = letters();
  // Plans and saved views are told apart by name.
  if (/^(plan|saved-view)\./.test(operation.verb.verb) && "name" in input)
    input.name = `Example ${letters()}`;
  // A key is given once.
  if (operation.id === "createFeature") input.key = letters();
  // Nobody is invited twice.
  if (operation.verb.verb === "team.invite") input.email = `${letters()}@example.com`;
  // Mails to one address are throttled.
  if (operation.id === "forgotPassword") input.email = `${letters()}@example.com`;
  if (operation.id === "createSession")
    input.email = (await newPerson(world.web, asker.account, "viewer")).email;
  if (operation.id === "createOperatorSession") {
    const { rows } = await world.web.app.admin.query(
      "select email from platform.operators where password_hash is not null limit 1",
    );
    Object.assign(input, { email: rows[0].email, password: personPassword });
  }
  return input;
}
