import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../routes/index.ts";
import { nameOf, requestFor } from "../testing/call.ts";
import { askerOf } from "../testing/exemplary.ts";
import { fill, letters, makeFixture, placeholdersOf } from "../testing/fixtures.ts";
import { credentials, newPerson, openWorld, type World } from "../testing/world.ts";

// I13: every change is told once, with who did it, in the transaction that did it.
let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.web.close());

/** Changes that are their own record, or are kept by nobody. */
const untold: Record<string, string> = {
  ingestUsage: "events are their own record",
  checkGatewayAccount: "the example finds what already is; gateway-accounts.test.ts finds a change",
  checkConnectedAccount: "the example finds what already is; connected-accounts.test.ts finds a change",
  requireSecondFactor: "the example asks for what already is; second-factor.test.ts asks for a change",
  switchAccount: "the example asks for what already is; customer-users.test.ts goes over",
  payByLink: "nothing happened yet: the gateway's call will say",
  answerCheckout: "the gateway's call is taken down when it comes",
  createPayouts: "nothing is due here; payouts.test.ts makes some",
  decideUsage: "a reservation is its own record",
  updateResellerDraft: "saved at every pause of typing; that it was begun, and its end, are told",
  forgotPassword: "told by the worker, which finds out whether the address is somebody's",
  deleteOperatorSession: "the session's row is gone, and that it was there is told by its beginning",
};
const secret = /password|secret|token|hash|^key$/i;
const changing = operations.filter(({ method, verb }) => method !== "get" && verb.kind === "command");

type Entry = { action: string; actor: string; keys: string[] };

async function entriesOf(requestId: string): Promise<Entry[]> {
  const { rows } = await world.web.app.admin.query(
    `select action, actor_kind as actor,
       array(select jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}'))) as keys
     from audit_entries where request_id = $1
     union all select action, 'operator', '{}' from platform.operator_entries where request_id = $1`,
    [requestId],
  );
  return rows;
}

describe("a change", () => {
  it.each(changing.map((operation) => [nameOf(operation), operation] as const))(
    "by %s is told, and with no secret",
    async (_name, operation) => {
      const { id, verb, hosts, example, status = 200 } = operation;
      const asker = await askerOf(world, operation);
      const values: Record<string, string> = {};
      for (const name of placeholdersOf(operation)) values[name] = await makeFixture(world, name, asker);
      // Somebody with one session has no others to end.
      if (id === "revokeOtherSessions") await makeFixture(world, "session", asker);
      const input = fill(example, values);
      if ("slug" in input) input.slug = letters();
      if ("loginDomain" in input) input.loginDomain = letters();
      if ("externalId" in input) input.externalId = letters();
      if (id === "createSession") input.email = (await newPerson(world.web, asker.account, "viewer")).email;
      if (id === "createOperatorSession") {
        const { rows } = await world.web.app.admin.query(
          "select email from platform.operators where password_hash is not null limit 1",
        );
        input.email = rows[0].email;
      }
      if (["activateReseller", "activateDistributor", "activateCustomer"].includes(id)) {
        await world.web.app.admin.query("update accounts set status = 'locked' where id = $1", [input.id]);
      }
      const { path, ask } = requestFor(operation, input);
      const answer = await world.web.ask(asker.host, path, { ...ask, ...credentials(asker) });
      expect(answer.status, answer.text).toBe(status);
      const told = await entriesOf(String(answer.headers["x-request-id"]));
      if (untold[id]) return expect(told).toEqual([]);
      expect(new Set(told.map(({ action }) => action))).toEqual(new Set([verb.verb]));
      const actor = asker.session ? (hosts ? "operator" : "user") : hosts ? "operator" : "anonymous";
      expect(new Set(told.map((one) => one.actor))).toEqual(new Set([actor]));
      const secrets = told.flatMap(({ keys }) => keys).filter((key) => secret.test(key));
      // A feature's key is the name that the agency's product knows it by.
      expect(secrets).toEqual(id === "createFeature" ? ["key"] : []);
    },
  );

  it("that failed is not told", async () => {
    const { host, session } = world.who("AO");
    const body = { name: "A", externalId: letters() };
    await world.web.ask(host, "/api/v1/customers", { session, body });
    const answer = await world.web.ask(host, "/api/v1/customers", { session, body });
    expect(answer.status).toBe(422);
    expect(await entriesOf(String(answer.headers["x-request-id"]))).toEqual([]);
  });

  it("cannot be rewritten or taken back by anybody who works here", async () => {
    const { rows } = await world.web.app.admin.query(
      `select grantee, privilege_type from information_schema.role_table_grants
       where table_name = 'audit_entries' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE') and grantee like 'tn\\_%'`,
    );
    // Only with the whole demo, by the one function that removes it.
    expect(rows).toEqual([{ grantee: "tn_definer", privilege_type: "DELETE" }]);
  });
});
