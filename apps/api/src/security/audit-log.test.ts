import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { letters } from "../testing/fixtures.ts";
import { newKey, newPerson, openWorld, type Principal, type World } from "../testing/world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.web.close());

const get = async (who: Principal, query: string) =>
  (await world.web.ask(who.host, `/api/v1/${query}`, { session: who.session, key: who.secret })).json();
const post = (who: Principal, path: string, body?: object, method = "POST") =>
  world.web.ask(who.host, `/api/v1/${path}`, { session: who.session, key: who.secret, body, method });

describe("the audit log", () => {
  it("tells who did what, from where, and what it was before and after", async () => {
    const admin = await newPerson(world.web, world.places.agency, "admin");
    const name = letters();
    const made = await post(admin, "customers", { name });
    const { entries } = await get(world.who("AO"), `audit-entries?search=${made.json().id}`);
    expect(entries).toHaveLength(1);
    const [entry] = entries;
    expect(entry).toMatchObject({
      actor: { kind: "user", id: admin.userId },
      action: "customer.create",
      object: { kind: "customer", id: made.json().id },
      ip: "127.0.0.1",
      host: world.agency.host,
      requestId: made.headers["x-request-id"],
      after: { name },
    });
    expect(await get(world.who("AO"), `audit-entries/${entry.id}`)).toEqual(entry);
  });

  it("names the key that did it", async () => {
    const key = await newKey(world.web, world.who("AO"), ["customers:write"]);
    const { id } = (await post(key, "customers", { name: "By key" })).json();
    const { entries } = await get(world.who("AO"), `audit-entries?search=${id}`);
    expect(entries[0].actor).toMatchObject({ kind: "key", name: "test" });
  });

  it("shows a reseller its own, and not who of its provider it was or from where", async () => {
    const own = world.who("RO");
    await post(own, "customers", { name: "Own" });
    const { entries } = await get(own, "audit-entries?limit=100");
    const told = JSON.stringify(entries);
    expect(told).not.toContain(world.agency.host);
    expect(told).not.toContain("Olga");
    expect(entries.some(({ action }: { action: string }) => action === "customer.create")).toBe(true);
    const theirs = entries.find(({ action }: { action: string }) => action === "reseller.create");
    expect(theirs).toMatchObject({ actor: { kind: "outside", id: null, name: null }, ip: null, host: null });
    const all = await get(world.who("AO"), "audit-entries?limit=100");
    expect(all.entries.length).toBeGreaterThan(entries.length);
  });

  it("is filtered by action, person and days, and paged both ways", async () => {
    const owner = world.who("AO");
    const admin = await newPerson(world.web, world.places.agency, "admin");
    const name = `Zora ${letters()}`;
    await post(admin, "profile", { name, language: "en" }, "PATCH");
    for (let n = 0; n < 3; n++) await post(admin, "customers", { name: `c${n}` });
    const ask = (query: string) => get(owner, `audit-entries?search=${encodeURIComponent(name)}&${query}`);
    const names = ({ entries }: { entries: { after: { name: string } }[] }) =>
      entries.map(({ after }) => after?.name);
    expect(names(await ask("action=customer.create&sort=at"))).toEqual(["c0", "c1", "c2"]);
    const first = await ask("action=customer.create&limit=2");
    expect(names(first)).toEqual(["c2", "c1"]);
    const second = await ask(`action=customer.create&limit=2&cursor=${first.next}`);
    expect([names(second), second.next]).toEqual([["c0"], null]);
    expect(names(await ask(`action=customer.create&limit=2&cursor=${second.previous}`))).toEqual([
      "c2",
      "c1",
    ]);
    expect(names(await ask("to=2020-01-01"))).toEqual([]);
    expect((await ask("from=2020-01-01")).entries.length).toBeGreaterThanOrEqual(4);
    expect((await ask("from=2020-13-01")).errors[0]).toMatchObject({ pointer: "/from", code: "day_wrong" });
  });
});
