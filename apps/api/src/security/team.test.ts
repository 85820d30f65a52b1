import { sendMail } from "@tenantry/core/platform/mail/send";
import { personPassword } from "@tenantry/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askTeam } from "../testing/team.ts";
import { cookieOf } from "../testing/web.ts";
import { inhabit, newKey, newPerson, openWorld, type World } from "../testing/world.ts";

// Matrix rows 3 and 15, p1 to p3: who makes, changes and removes whom, and that it counts at once.
let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.web.close());

const { ask, sql, address, list } = askTeam(() => world);

/** A fresh agency, so that its owners can be counted. */
const freshAgency = () => inhabit(world.web);
describe("an invitation into the team", () => {
  it("keeps a place, is accepted once, and makes the role it says", async () => {
    const owner = world.who("AO");
    const email = address();
    const made = await ask(owner, "POST", "", { email, name: "Sam", role: "support" });
    expect(made.status).toBe(201);
    expect((await list(owner)).find((one) => one.email === email)).toMatchObject({
      state: "invited",
      role: "support",
      invitation: { state: "sent" },
    });
    const token = made.json().url.split("/").at(-1);
    const accept = (password: string) =>
      world.web.ask(owner.host, `/api/v1/invitations/${token}/accept`, {
        body: { name: "Sam Okafor", password, confirm: password },
      });
    expect((await accept("short")).status).toBe(422);
    expect((await list(owner)).find((one) => one.email === email)?.invitation?.state).toBe("opened");
    const session = cookieOf(await accept(personPassword));
    const profile = await world.web.ask(owner.host, "/api/v1/profile", { session });
    expect(profile.json()).toMatchObject({ email, role: "support", name: "Sam Okafor" });
    expect((await list(owner)).find((one) => one.email === email)).toMatchObject({
      state: "active",
      sessions: 1,
    });
    expect((await accept(personPassword)).status).toBe(410);
  });

  it("says at the field who is in the team or invited already, in whatever case it is typed", async () => {
    const owner = world.who("AO");
    const [{ email = "" } = {}] = await list(owner, "&state=active");
    const again = await ask(owner, "POST", "", { email: email.toUpperCase(), role: "viewer" });
    expect(again.json().errors).toMatchObject([{ pointer: "/email", code: "already_in_team" }]);
    const invited = { email: address(), role: "viewer" };
    await ask(owner, "POST", "", invited);
    expect((await ask(owner, "POST", "", invited)).json().errors).toMatchObject([
      { pointer: "/email", code: "already_invited" },
    ]);
  });

  it("50 racers with one address make one person", async () => {
    const owner = world.who("AO");
    const email = address();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => ask(owner, "POST", "", { email, role: "viewer" })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => ![201, 422, 503].includes(status))).toEqual([]);
    expect((await list(owner, `&search=${email}`)).map((one) => one.email)).toEqual([email]);
  });

  it("is for the role somebody could still give when it is accepted", async () => {
    const home = await freshAgency();
    const inviter = await newPerson(world.web, home.places.agency, "owner");
    const url = (await ask(inviter, "POST", "", { email: address(), role: "owner" })).json().url;
    const open = () => world.web.ask(inviter.host, `/api/v1/invitations/${url.split("/").at(-1)}`);
    expect((await open()).status).toBe(200);
    await sql("update memberships set role = 'admin' where user_id = $1", [inviter.userId]);
    expect((await open()).status).toBe(410);
  });

  it("that was taken back opens nothing, and the same address starts anew", async () => {
    const owner = world.who("AO");
    const email = address();
    const { userId, url } = (await ask(owner, "POST", "", { email, role: "viewer" })).json();
    await ask(owner, "DELETE", `/${userId}`);
    const token = url.split("/").at(-1);
    expect((await world.web.ask(owner.host, `/api/v1/invitations/${token}`)).status).toBe(410);
    const again = await ask(owner, "POST", "", { email, role: "finance" });
    expect(again.json().userId).toBe(userId);
    expect((await list(owner, `&search=${email}`)).map(({ role, state }) => [role, state])).toEqual([
      ["finance", "invited"],
    ]);
  });

  it("that has run out is asked for anew, and whoever invited is told, once", async () => {
    const home = await freshAgency();
    const inviter = await newPerson(world.web, home.places.reseller, "owner");
    const { userId, url } = (await ask(inviter, "POST", "", { email: address(), role: "viewer" })).json();
    await sql("update invitations set expires_at = now() - interval '1 hour' where user_id = $1", [userId]);
    await sql("update tokens set expires_at = now() - interval '1 hour' where user_id = $1", [userId]);
    const again = () =>
      world.web.ask(inviter.host, `/api/v1/invitations/${url.split("/").at(-1)}/ask`, { method: "POST" });
    expect([(await again()).status, (await again()).status]).toEqual([204, 204]);
    const { rows } = await sql(
      "select id, user_id, agency_id from mails where kind = 'invitation_asked' and user_id = $1",
      [inviter.userId],
    );
    expect(rows).toHaveLength(1);
    await sendMail(world.web.app, async () => "sent", rows[0].agency_id, rows[0].id);
    const mail = (await sql("select subject, text from mails where id = $1", [rows[0].id])).rows[0];
    expect(mail.subject).toMatch(/asks for a new invitation to/);
    expect(mail.text).toContain(`http://${inviter.host}:3000/settings/team`);
    expect((await list(inviter, "&state=invited")).find((one) => one.userId === userId)).toMatchObject({
      invitation: { state: "expired", askedAt: expect.any(String) },
    });
    // Sent again it works, in the name of whoever sent it.
    expect((await ask(inviter, "POST", `/${userId}/invitation/resend`)).status).toBe(204);
    const link = (await ask(inviter, "POST", `/${userId}/invitation/link`)).json().url;
    expect((await world.web.ask(inviter.host, `/api/v1/invitations/${link.split("/").at(-1)}`)).status).toBe(
      200,
    );
  });
});

describe("p1: admins and owners", () => {
  const sides: [string, "agency" | "reseller"][] = [
    ["an agency's", "agency"],
    ["a reseller's", "reseller"],
  ];

  it.each(sides)("%s admin neither makes nor touches an owner", async (_whose, side) => {
    const admin = await newPerson(world.web, world.places[side], "admin");
    const owner = await newPerson(world.web, world.places[side], "owner");
    const other = await newPerson(world.web, world.places[side], "viewer");
    const made = await ask(admin, "POST", "", { email: address(), role: "owner" });
    expect(made.json().errors).toMatchObject([{ pointer: "/role", code: "role_not_yours" }]);
    const tries = [
      await ask(admin, "PATCH", `/${other.userId}`, { role: "owner" }),
      await ask(admin, "PATCH", `/${admin.userId}`, { role: "owner" }),
      await ask(admin, "PATCH", `/${owner.userId}`, { role: "viewer" }),
      await ask(admin, "POST", `/${owner.userId}/disable`),
      await ask(admin, "DELETE", `/${owner.userId}`),
      await ask(admin, "DELETE", `/${owner.userId}/sessions`),
    ];
    expect(tries.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
    expect((await ask(admin, "PATCH", `/${other.userId}`, { role: "admin" })).status).toBe(204);
  });

  it("an agency's owner and admin manage a reseller's team; its finance people do not even see it", async () => {
    const { id } = world.reseller;
    for (const name of ["AO", "AA"]) {
      const made = await ask(world.who(name), "POST", "", { email: address(), role: "owner", accountId: id });
      expect(made.status).toBe(201);
      expect(made.json().url).toContain(world.reseller.host);
    }
    expect((await ask(world.who("AV"), "GET", `?accountId=${id}`)).status).toBe(200);
    expect((await ask(world.who("AF"), "GET", `?accountId=${id}`)).status).toBe(403);
    expect((await ask(world.who("AF"), "GET", "")).status).toBe(200);
  });

  it("nobody manages upwards or sideways", async () => {
    const other = await freshAgency();
    for (const accountId of [world.agency.id, other.reseller.id, other.agency.id, other.customerId]) {
      const made = await ask(world.who("RO"), "POST", "", { email: address(), role: "viewer", accountId });
      expect(made.status).toBe(404);
    }
  });
});

describe("p3: it counts from the next request on", () => {
  it("a new role", async () => {
    const person = await newPerson(world.web, world.places.agency, "admin");
    const see = () => world.web.ask(person.host, "/api/v1/api-keys", { session: person.session });
    expect((await see()).status).toBe(200);
    await ask(world.who("AO"), "PATCH", `/${person.userId}`, { role: "viewer" });
    expect((await see()).status).toBe(403);
  });

  it("being disabled ends sessions and keys, said in numbers, and both come back but the sessions", async () => {
    const person = await newPerson(world.web, world.places.agency, "admin");
    const { secret: key } = await newKey(world.web, person, ["plans:read"]);
    const use = () => world.web.ask(person.host, "/api/v1/plans", { key });
    const done = await ask(world.who("AO"), "POST", `/${person.userId}/disable`);
    expect(done.json()).toMatchObject({ sessions: 1, keys: 1 });
    expect((await use()).status).toBe(401);
    expect((await ask(person, "GET", "")).status).toBe(401);
    const signIn = () =>
      world.web.ask(person.host, "/api/v1/session", {
        body: { email: person.email, password: personPassword },
      });
    expect((await signIn()).json()).toMatchObject({ status: 401, code: "wrong_credentials" });
    await ask(world.who("AO"), "POST", `/${person.userId}/enable`);
    expect((await ask(person, "GET", "")).status).toBe(401);
    expect([(await use()).status, (await signIn()).status]).toEqual([200, 201]);
  });

  it("being removed ends everything for good", async () => {
    const person = await newPerson(world.web, world.places.agency, "admin");
    const { secret: key } = await newKey(world.web, person, ["plans:read"]);
    const done = await ask(world.who("AO"), "DELETE", `/${person.userId}`);
    expect(done.json()).toMatchObject({ sessions: 1, keys: 1 });
    expect((await world.web.ask(person.host, "/api/v1/plans", { key })).status).toBe(401);
    expect((await ask(person, "GET", "")).status).toBe(401);
    const left = await sql("select 1 from passwords where user_id = $1", [person.userId]);
    expect(left.rows).toEqual([]);
    // Invited anew they come in with a new password only, and the old key stays revoked.
    const again = await ask(world.who("AO"), "POST", "", { email: person.email, role: "admin" });
    expect(again.status).toBe(201);
    const body = { email: person.email, password: personPassword };
    expect((await world.web.ask(person.host, "/api/v1/session", { body })).status).toBe(401);
    expect((await world.web.ask(person.host, "/api/v1/plans", { key })).status).toBe(401);
  });

  it("one session of several, and no other", async () => {
    const person = await newPerson(world.web, world.places.agency, "viewer");
    const body = { email: person.email, password: personPassword };
    const second = cookieOf(await world.web.ask(person.host, "/api/v1/session", { body }));
    const { devices } = (await ask(world.who("AO"), "GET", `/${person.userId}`)).json();
    expect(devices).toHaveLength(2);
    const [id] = second.split(".");
    expect((await ask(world.who("AO"), "DELETE", `/${person.userId}/sessions?sessionId=${id}`)).status).toBe(
      200,
    );
    expect((await ask({ ...person, session: second }, "GET", "")).status).toBe(401);
    expect((await ask(person, "GET", "")).status).toBe(200);
    const mine = world.who("AO").session?.split(".")[0];
    expect(
      (await ask(world.who("AO"), "DELETE", `/${person.userId}/sessions?sessionId=${mine}`)).status,
    ).toBe(404);
  });
});

describe("the list", () => {
  it("pages without gap or double in every order, forth and back", async () => {
    const home = await freshAgency();
    const owner = home.who("AO");
    for (const role of ["viewer", "viewer", "support", "finance"] as const)
      await newPerson(world.web, home.places.agency, role);
    await ask(owner, "POST", "", { email: address(), role: "viewer" });
    const everybody = (await list(owner)).map(({ userId }) => userId);
    for (const sort of ["name", "-name", "joined", "-joined", "seen", "-seen"]) {
      const walk = async (cursor = "", seen: string[] = []): Promise<{ seen: string[]; back: string }> => {
        const page = (
          await ask(owner, "GET", `?sort=${sort}&limit=2${cursor && `&cursor=${cursor}`}`)
        ).json();
        const all = [...seen, ...page.people.map((one: { userId: string }) => one.userId)];
        return page.next ? walk(page.next, all) : { seen: all, back: page.previous };
      };
      const { seen, back } = await walk();
      expect(new Set(seen).size).toBe(seen.length);
      expect([...seen].sort()).toEqual([...everybody].sort());
      const before = (await ask(owner, "GET", `?sort=${sort}&limit=2&cursor=${back}`)).json();
      const at = seen.indexOf(before.people[0].userId);
      expect(before.people.map((one: { userId: string }) => one.userId)).toEqual(seen.slice(at, at + 2));
    }
  });

  it("searches names and addresses literally, and filters by role and state", async () => {
    const home = await freshAgency();
    const owner = home.who("AO");
    await ask(owner, "POST", "", { email: "per.cent%sign@example.com", name: "Ann_Lee", role: "finance" });
    expect((await list(owner, "&search=%25sign")).map(({ email }) => email)).toEqual([
      "per.cent%sign@example.com",
    ]);
    expect(await list(owner, "&search=ann%25lee")).toEqual([]);
    expect(await list(owner, "&search=ANN_lee")).toHaveLength(1);
    expect(new Set((await list(owner, "&role=finance")).map(({ role }) => role))).toEqual(
      new Set(["finance"]),
    );
    expect((await list(owner, "&state=invited")).every(({ state }) => state === "invited")).toBe(true);
  });
});
