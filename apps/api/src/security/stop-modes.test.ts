import { archiveReseller } from "@tenantry/core/resellers/archive";
import { readReseller } from "@tenantry/core/resellers/read";
import { newBusinessVerbs } from "@tenantry/core/tenancy/stop-modes";
import { asUpline, newReseller, personPassword } from "@tenantry/core/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { operations } from "../routes/index.ts";
import { mayUse, nameOf, requestFor } from "../testing/call.ts";
import { fill, letters, makeFixture, placeholdersOf } from "../testing/fixtures.ts";
import { credentials, newKey, newPerson, openWorld, type Principal, type World } from "../testing/world.ts";

// features.md 3.2: three ways of stopping a reseller, and what each of them leaves alone.
let world: World;
let product: Principal;
let business: Principal;
beforeAll(async () => {
  world = await openWorld();
  // So that everything that is new business is its to do.
  await asUpline(world.web.app, world.agency, world.reseller);
  product = await newKey(world.web, world.who("AO"), ["access:read"]);
  business = await newKey(world.web, world.who("RO"), ["customers:write"]);
}, 60_000);
afterAll(() => world.web.close());
beforeEach(() => turn("activate"));

const sql = (text: string, values: unknown[] = []) => world.web.app.admin.query(text, values);
const own = () => world.places.reseller.host;
const turn = async (verb: string, mode?: string, id = world.reseller.id) => {
  const { host, session } = world.who("AO");
  const path = `/api/v1/resellers/${id}/${verb}`;
  return (await world.web.ask(host, path, { session, method: "POST", body: mode && { mode } })).json();
};
const profile = async (name: string) =>
  (await world.web.ask(own(), "/api/v1/profile", credentials(world.who(name)))).json().code ?? "in";
const access = async (id: string) =>
  (await world.web.ask(product.host, `/api/v1/access/${id}`, credentials(product))).json();
const signIn = async (side: "reseller" | "customer") => {
  const { email } = await newPerson(world.web, world.places[side], side === "customer" ? "member" : "viewer");
  return async () => {
    const body = { email, password: personPassword };
    const answer = await world.web.ask(own(), "/api/v1/session", { body });
    return answer.status === 201 ? "in" : answer.json().code;
  };
};

describe("a sales stop", () => {
  const sellers = ["RO", "key of RO with customers:write"];
  const business = operations.filter(({ verb }) => newBusinessVerbs.has(verb.verb));

  it.each(business.map((operation) => [nameOf(operation), operation] as const))(
    "refuses %s to a reseller's people and keys, and to nobody once it is lifted",
    async (_name, operation) => {
      const asking = sellers.map(principalOf).filter((principal) => mayUse(operation, principal));
      expect(asking.length).toBeGreaterThan(0);
      for (const principal of asking) {
        const values: Record<string, string> = {};
        for (const name of placeholdersOf(operation))
          values[name] = await makeFixture(world, name, principal);
        const input = fill(operation.example, values) as Record<string, unknown>;
        if ("externalId" in input) input.externalId = letters();
        if ("loginDomain" in input) input.loginDomain = letters();
        const { path, ask } = requestFor(operation, input);
        const answer = () => world.web.ask(principal.host, path, { ...ask, ...credentials(principal) });
        await turn("deactivate", "sales_stopped");
        expect((await answer()).json()).toMatchObject({ status: 403, code: "sales_stopped" });
        await turn("activate");
        expect((await answer()).status).toBe(operation.status ?? 200);
      }
    },
  );

  it("leaves everybody in and served; what is new is refused to the agency as well", async () => {
    const [staff, customer] = [await signIn("reseller"), await signIn("customer")];
    expect(await turn("deactivate", "sales_stopped")).toMatchObject({
      status: "sales_stopped",
      changed: true,
    });
    expect([await staff(), await customer(), await profile("RO"), await profile("CM")]).toEqual(
      Array(4).fill("in"),
    );
    for (const id of [world.reseller.id, world.customerId])
      expect(await access(id)).toMatchObject({ allowed: true, reason: null, newBusiness: false });
    const { host, session } = world.who("AO");
    const make = (parentId: string) =>
      world.web.ask(host, "/api/v1/customers", { session, body: { name: "C", parentId } });
    expect((await make(world.reseller.id)).json().errors[0]).toMatchObject({ pointer: "/parentId" });
    expect((await make(world.agency.id)).status).toBe(201);
  });
});

const principalOf = (name: string) => (name.startsWith("key") ? business : world.who(name));

describe("a portal lock", () => {
  it("shuts its own people out and lets its customers go on, new ones made by the agency included", async () => {
    const [staff, customer] = [await signIn("reseller"), await signIn("customer")];
    await turn("deactivate");
    expect([await staff(), await customer(), await profile("RO"), await profile("CM")]).toEqual([
      ...["reseller_locked", "in", "reseller_locked", "in"],
    ]);
    expect(await access(world.reseller.id)).toMatchObject({ allowed: false, reason: "deactivated" });
    expect(await access(world.customerId)).toMatchObject({ allowed: true, newBusiness: true });
  });
});

describe("a full stop", () => {
  it("shuts out its people, its keys and its customers' people, each told in their own words", async () => {
    const [staff, customer] = [await signIn("reseller"), await signIn("customer")];
    expect(await turn("deactivate", "stopped")).toMatchObject({
      status: "stopped",
      previousStatus: "active",
    });
    expect([await staff(), await customer(), await profile("RO"), await profile("CM")]).toEqual([
      ...["reseller_locked", "service_stopped", "reseller_locked", "service_stopped"],
    ]);
    expect(await world.web.ask(own(), "/api/v1/customers", credentials(business))).toMatchObject({
      status: 403,
    });
    expect(await access(world.reseller.id)).toMatchObject({ allowed: false, reason: "stopped" });
    // A program that only knows on and off does not open what was stopped altogether.
    expect(await turn("deactivate")).toMatchObject({ status: "stopped", changed: false });
    expect(await access(world.customerId)).toMatchObject({ allowed: false, reason: "seller_stopped" });

    // Undone in time, the same sessions go on.
    expect(await turn("activate")).toMatchObject({ status: "active", previousStatus: "stopped" });
    expect([await profile("RO"), await profile("CM")]).toEqual(["in", "in"]);
    expect(await access(world.customerId)).toMatchObject({ allowed: true, reason: null });
  });

  it("still counts usage, and stays in force for customers when the reseller is deleted", async () => {
    const reseller = await makeFixture(world, "reseller", world.who("AO"));
    const { host, session } = world.who("AO");
    const ask = (path: string, body: unknown) => world.web.ask(host, `/api/v1${path}`, { session, body });
    const customer = (await ask("/customers", { name: "C", parentId: reseller })).json().id;
    await ask(`/resellers/${reseller}/deactivate`, { mode: "stopped" });
    const at = new Date().toISOString();
    const event = {
      source: "test",
      eventId: letters(),
      meter: "messages",
      accountId: customer,
      quantity: 3,
      at,
    };
    expect((await ask("/usage/events", event)).status).toBe(200);
    const { rows } = await sql("select quantity::int from usage_events where account_id = $1", [customer]);
    expect(rows).toEqual([{ quantity: 3 }]);
    await archiveReseller(await world.agency.ctx(), { id: reseller });
    expect(await access(customer)).toMatchObject({ allowed: false, reason: "seller_stopped" });
  });
});

describe("one stop after another", () => {
  it("never brings back sessions from before a lock that was no Undo", async () => {
    const { id, host, owner } = await newReseller(world.web.app, world.agency);
    const longAgo = () =>
      sql("update accounts set status_changed_at = now() - interval '31 seconds' where id = $1", [id]);
    const inside = async () =>
      (await world.web.ask(host, "/api/v1/profile", { session: owner.session })).status === 200;
    await turn("deactivate", "sales_stopped", id);
    await longAgo();
    await turn("activate", undefined, id);
    expect(await inside()).toBe(true);
    await turn("deactivate", "inactive", id);
    await longAgo();
    await turn("deactivate", "stopped", id);
    await turn("activate", undefined, id);
    expect(await inside()).toBe(false);
  });

  it("is counted as one reseller less, and told in the log with what was before", async () => {
    const active = async () =>
      (await sql("select sum(active)::int as n from reseller_counts where agency_id = $1", [world.agency.id]))
        .rows[0].n;
    const before = await active();
    for (const mode of ["sales_stopped", "stopped", "inactive"]) {
      await turn("deactivate", mode);
      expect(await active(), mode).toBe(before - 1);
    }
    const { rows } = await sql(
      `select before ->> 'status' as before, after ->> 'status' as after from audit_entries
       where object_id = $1 order by id desc limit 2`,
      [world.reseller.id],
    );
    expect(rows).toEqual([
      { before: "stopped", after: "inactive" },
      { before: "sales_stopped", after: "stopped" },
    ]);
    await turn("activate");
    expect(await active()).toBe(before);
  });

  it("says beforehand who is inside: people with a session now, and keys that are let in", async () => {
    const id = await makeFixture(world, "reseller", world.who("AO"));
    const ctx = await world.agency.ctx();
    expect(await readReseller(ctx, { id })).toMatchObject({ people: 0, signedIn: 0, keys: 0, customers: 0 });
    const inside = await readReseller(ctx, { id: world.reseller.id });
    expect(inside.signedIn).toBeGreaterThan(0);
    expect(inside.signedIn).toBeLessThanOrEqual(inside.people);
    expect(inside.keys).toBe(2);
  });
});
