import { createCustomer } from "@tenantry/core/customers/create";
import { archiveReseller } from "@tenantry/core/resellers/archive";
import { deactivateReseller } from "@tenantry/core/resellers/deactivate";
import { newDistributor, newReseller, newResellerOf } from "@tenantry/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { letters } from "../testing/fixtures.ts";
import { inhabit, newKey, openWorld, type Principal, type World } from "../testing/world.ts";

// What the agency's own product asks before it serves an account.
let world: World;
let other: World;
let key: Principal;
beforeAll(async () => {
  world = await openWorld();
  other = await inhabit(world.web);
  key = await newKey(world.web, world.who("AO"), ["access:read"]);
}, 60_000);
afterAll(() => world.web.close());

const ask = (account: string, who = key) =>
  world.web.ask(who.host, `/api/v1/access/${encodeURIComponent(account)}`, {
    key: who.secret,
    session: who.session,
  });
const ctx = () => world.agency.ctx();

describe("access", () => {
  it("is allowed to an active reseller, with its plan and what it includes", async () => {
    const reseller = await newReseller(world.web.app, world.agency);
    const told = (await ask(reseller.id)).json();
    expect(told).toMatchObject({ accountId: reseller.id, kind: "reseller", allowed: true, reason: null });
    const { rows } = await world.web.app.admin.query(
      `select p.id, p.name, json_agg(json_build_object('meter', i.meter, 'includedUnits', i.included_units) order by meter) as allowances
       from resellers r join plans p on p.id = r.plan_id join plan_meters i on i.version_id = r.plan_version_id
       where r.id = $1 group by 1, 2`,
      [reseller.id],
    );
    const { allowances, ...plan } = rows[0];
    expect(allowances.length).toBeGreaterThan(0);
    const own = { ...world.who("RO"), host: reseller.host, session: reseller.owner.session };
    expect((await ask(reseller.id, own)).json()).toEqual(told);
    expect([told.plan, told.allowances]).toEqual([plan, allowances]);
  });

  it("is told to a distributor without what its resellers have of the agency, rather than as if they had nothing", async () => {
    const { app } = world.web;
    const distributor = await newDistributor(app, world.agency);
    const reseller = await newResellerOf(app, world.agency, distributor);
    const customer = await createCustomer(await ctx(), { name: "C", parentId: reseller.id });
    const owner = { ...key, host: distributor.host, session: distributor.owner.session, secret: undefined };
    for (const account of [reseller.id, customer.id]) {
      const { plan, allowances, features, ...told } = (await ask(account)).json();
      expect((await ask(account, owner)).json()).toEqual(told);
      expect([plan === null, allowances, features]).toEqual([
        account !== reseller.id,
        expect.any(Array),
        expect.any(Array),
      ]);
    }
  });

  it("is denied from the toggle on, and allowed again from the toggle back", async () => {
    const reseller = await newReseller(world.web.app, world.agency);
    await deactivateReseller(await ctx(), { id: reseller.id });
    expect((await ask(reseller.id)).json()).toMatchObject({ allowed: false, reason: "deactivated" });
    await world.web.ask(world.agency.host, `/api/v1/resellers/${reseller.id}/activate`, {
      method: "POST",
      session: world.who("AO").session,
    });
    expect((await ask(reseller.id)).json()).toMatchObject({ allowed: true });
    await archiveReseller(await ctx(), { id: reseller.id });
    expect((await ask(reseller.id)).json()).toMatchObject({ allowed: false, reason: "deleted" });
  });

  it("of a deactivated reseller's customers goes on, by the product's own id as well", async () => {
    const reseller = await newReseller(world.web.app, world.agency);
    const externalId = `crm 7/${letters()}`;
    const made = await createCustomer(await ctx(), { name: "C", parentId: reseller.id, externalId });
    await deactivateReseller(await ctx(), { id: reseller.id });
    for (const account of [made.id, externalId])
      expect((await ask(account)).json()).toMatchObject({ accountId: made.id, externalId, allowed: true });
  });

  it("says when an external id is used under two sellers, rather than guess", async () => {
    const externalId = letters();
    for (const parentId of [world.reseller.id, world.agency.id])
      await createCustomer(await ctx(), { name: "C", parentId, externalId });
    expect((await ask(externalId)).json()).toMatchObject({ status: 409, code: "conflict" });
  });

  it("is not told of another tenant's account, nor to a key without the right", async () => {
    const codes = await Promise.all(
      [other.reseller.id, crypto.randomUUID(), "no-such-id"].map(async (id) => (await ask(id)).status),
    );
    expect(codes).toEqual([404, 404, 404]);
    expect((await ask(world.agency.id, world.who("RO"))).status).toBe(404);
    expect((await ask(world.reseller.id, world.who("key of AO with plans:read"))).status).toBe(403);
  });

  it("takes 5 ms or less at the server", async () => {
    const times: number[] = [];
    for (let n = 0; n < 300; n++) {
      const from = performance.now();
      expect((await ask(world.reseller.id)).status).toBe(200);
      times.push(performance.now() - from);
    }
    times.sort((one, another) => one - another);
    // Over HTTP, the look-up of host and key included; the best tenth, because others work on this machine.
    expect(times[30]).toBeLessThan(5);
  });
});
