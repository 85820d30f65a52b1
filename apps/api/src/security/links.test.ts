import { personPassword } from "@tenantry/core/testing";
import { resellerInput } from "@tenantry/core/testing/reseller";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { letters } from "../testing/fixtures.ts";
import { linkKinds, newPassword as password } from "../testing/links.ts";
import { cookieOf } from "../testing/web.ts";
import { credentials, newPerson, openWorld, type World } from "../testing/world.ts";

// T23: what a link is for, and what takes it back.
let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.web.close());

const sql = (text: string, values: unknown[] = []) => world.web.app.admin.query(text, values);
const idOf = (token: string) => token.split(".")[0]!;

const invalid = { status: 410, code: "token_invalid" };

describe("an invitation", () => {
  const kind = () => linkKinds(world)["an invitation"]!;
  const make = () => kind().make();
  const use = (token: string, host?: string) => kind().use(token, host);
  const look = (token: string, host?: string) => kind().look!(token, host);

  it("is not used up by looking, however often, nor by HEAD", async () => {
    const token = await make();
    for (let times = 0; times < 3; times++) expect((await look(token)).status).toBe(200);
    await world.web.ask(world.reseller.host, `/api/v1/invitations/${token}/accept`, { method: "HEAD" });
    expect((await use(token)).status).toBe(201);
    expect((await look(token)).json()).toMatchObject(invalid);
  });

  it.each<[string, string]>([
    ["revoked", "update invitations set revoked_at = now() where id = $1"],
    ["past its end", "update invitations set expires_at = now() - interval '1 second' where id = $1"],
    [
      "for an address that has changed",
      "update users set email = 'new.' || email where id = (select user_id from invitations where id = $1)",
    ],
    [
      "for somebody disabled since",
      "update users set status = 'disabled' where id = (select user_id from invitations where id = $1)",
    ],
    ["revoked link by link", "update tokens set revoked_at = now() where subject_id = $1"],
  ])("%s is nothing", async (_what, change) => {
    const token = await make();
    const { rows } = await sql("select subject_id from tokens where id = $1", [idOf(token)]);
    await sql(change, [rows[0].subject_id]);
    expect((await look(token)).json()).toMatchObject(invalid);
    expect((await use(token)).json()).toMatchObject(invalid);
  });

  it.each<[string, string]>([
    ["demoted", "update memberships set role = 'viewer' where user_id = $1"],
    ["disabled", "update users set status = 'disabled' where id = $1"],
  ])("by somebody who was %s since is nothing", async (_what, change) => {
    const inviter = await newPerson(world.web, world.places.agency, "admin");
    const loginDomain = letters();
    const body = resellerInput(loginDomain);
    const made = await world.web.ask(inviter.host, "/api/v1/resellers", { session: inviter.session, body });
    const token = made.json().activationLink.split("/").at(-1);
    const host = `${loginDomain}.partner.localhost`;
    expect((await look(token, host)).status).toBe(200);
    await sql(change, [inviter.userId]);
    expect((await use(token, host)).json()).toMatchObject(invalid);
  });

  it("sent again, its earlier links are nothing; a copied link leaves them good", async () => {
    const loginDomain = letters();
    const owner = world.who("AO");
    const made = await world.web.ask(owner.host, "/api/v1/resellers", {
      ...credentials(owner),
      body: resellerInput(loginDomain),
    });
    const { id, activationLink } = made.json();
    const host = `${loginDomain}.partner.localhost`;
    const first = activationLink.split("/").at(-1);
    const again = (verb: string) =>
      world.web.ask(owner.host, `/api/v1/resellers/${id}/invitation/${verb}`, {
        ...credentials(owner),
        method: "POST",
      });
    const copied = (await again("link")).json().url.split("/").at(-1);
    expect((await look(first, host)).status).toBe(200);
    expect((await look(copied, host)).status).toBe(200);
    expect((await again("resend")).status).toBe(204);
    expect((await look(first, host)).status).toBe(410);
    expect((await look(copied, host)).status).toBe(410);
    const fresh = (await again("link")).json().url.split("/").at(-1);
    const rival = (await again("link")).json().url.split("/").at(-1);
    expect((await use(fresh, host)).status).toBe(201);
    expect((await use(rival, host)).json()).toMatchObject(invalid);
    expect((await again("link")).json().code).toBe("conflict");
  });

  it("is nothing while its reseller is locked, and good again after", async () => {
    const token = await make();
    await sql("update accounts set status = 'locked' where id = $1", [world.reseller.id]);
    const refused = await use(token);
    await sql("update accounts set status = 'active' where id = $1", [world.reseller.id]);
    expect(refused.json().code).toBe("reseller_locked");
    expect((await use(token)).status).toBe(201);
  });

  it("accepted by somebody signed in as another, is the invited one's all the same", async () => {
    const token = await make();
    const { email } = (await look(token)).json();
    const { session, host } = world.who("RO");
    const answer = await world.web.ask(host, `/api/v1/invitations/${token}/accept`, {
      session,
      body: { name: "Jo", password, confirm: password },
    });
    const me = await world.web.ask(host, "/api/v1/profile", { session: cookieOf(answer) });
    expect(me.json()).toMatchObject({ email, role: "viewer" });
  });
});

describe("a reset link", () => {
  const kind = () => linkKinds(world)["a reset link"]!;
  const make = () => kind().make();
  const use = (token: string, host?: string) => kind().use(token, host);

  it("ends every session and every other link of the person, and the old password", async () => {
    const { rows } = await sql(
      "select email from users u join tokens t on t.user_id = u.id where t.id = $1",
      [idOf(await make())],
    );
    const { email } = rows[0];
    const host = world.reseller.host;
    const signIn = (word: string) =>
      world.web.ask(host, "/api/v1/session", { body: { email, password: word } });
    const old = cookieOf(await signIn(personPassword));
    const links = await sql("select id from tokens where user_id = (select id from users where email = $1)", [
      email,
    ]);
    expect(links.rowCount).toBe(1);
    const token = await make();
    await sql(
      "update tokens set user_id = u.id, subject_id = u.id from users u where tokens.id = $1 and u.email = $2",
      [idOf(token), email],
    );
    const fresh = cookieOf(await use(token));
    expect((await world.web.ask(host, "/api/v1/profile", { session: old })).status).toBe(401);
    expect((await world.web.ask(host, "/api/v1/profile", { session: fresh })).status).toBe(200);
    expect((await signIn(personPassword)).status).toBe(401);
    expect((await signIn(password)).status).toBe(201);
    const open = await sql(
      "select from tokens where user_id = (select id from users where email = $1) and used_at is null and revoked_at is null",
      [email],
    );
    expect(open.rowCount).toBe(0);
  });

  it("of a person disabled since is nothing", async () => {
    const token = await make();
    await sql("update users set status = 'disabled' where id = (select user_id from tokens where id = $1)", [
      idOf(token),
    ]);
    expect((await use(token)).json()).toMatchObject(invalid);
  });
});
