import { codeAt } from "@tenantry/core/second-factor/codes";
import { loseProof, personPassword } from "@tenantry/core/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newReset } from "../testing/fixtures.ts";
import { nextCode, setUpSecondFactor, startSecondFactor } from "../testing/second-factor.ts";
import { cookieOf } from "../testing/web.ts";
import { inhabit, newPerson, openWorld, type World } from "../testing/world.ts";

// T24: the second step is passed once per code, survives a new password, and is asked for again where it counts.
let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world.web.close());

type Person = Awaited<ReturnType<typeof newPerson>>;
const post = (host: string, path: string, body: object, session?: string) =>
  world.web.ask(host, `/api/v1${path}`, { body, session });
const signIn = ({ host, email }: Person, password = personPassword) =>
  post(host, "/session", { email, password });
const pass = (host: string, pending: string, code: string) =>
  post(host, "/session/second-step", { pending, code });
const sql = (text: string, values: unknown[] = []) => world.web.app.admin.query(text, values);
const wrongCode = { status: 422, errors: [{ pointer: "/code", code: "code_wrong" }] };

/** A person with a second step; the code of the moment is used up. */
async function withSecondFactor(side: "agency" | "reseller" = "agency", where = world) {
  const person = await newPerson(where.web, where.places[side], "admin");
  const factor = await setUpSecondFactor(where.web, person.host, person.session);
  return { ...person, ...factor, pending: async () => (await signIn(person)).json().pending as string };
}

describe.each(["agency", "reseller"] as const)("signing in to a %s", (side) => {
  it("takes password and code, and gives no session in between", async () => {
    const person = await withSecondFactor(side);
    const first = await signIn(person);
    expect(first.headers["set-cookie"]).toBeUndefined();
    expect(Object.keys(first.json()).sort()).toEqual(["pending", "until"]);
    const { pending } = first.json();
    for (const session of [pending, `${pending}.${"x".repeat(43)}`])
      expect((await world.web.ask(person.host, "/api/v1/profile", { session })).status).toBe(401);
    const session = cookieOf(await pass(person.host, pending, nextCode(person.secret)));
    expect((await world.web.ask(person.host, "/api/v1/profile", { session })).json().email).toBe(
      person.email,
    );
  });

  it("takes a code once, for whoever asks, and none of a step that is past", async () => {
    const person = await withSecondFactor(side);
    const code = nextCode(person.secret);
    expect((await pass(person.host, await person.pending(), code)).status).toBe(201);
    expect((await pass(person.host, await person.pending(), code)).json()).toMatchObject(wrongCode);
    const earlier = codeAt(person.secret, new Date());
    expect((await pass(person.host, await person.pending(), earlier)).json()).toMatchObject(wrongCode);
  });

  it("of 8 racers with one code one gets in", async () => {
    const person = await withSecondFactor(side);
    const pending = await person.pending();
    await sql("delete from throttles");
    const code = nextCode(person.secret);
    const answers = await Promise.all(Array.from({ length: 8 }, () => pass(person.host, pending, code)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  it("takes a recovery code once, in any case and spacing, and tells its person", async () => {
    const person = await withSecondFactor(side);
    const [one = "", two = ""] = person.recoveryCodes;
    expect(
      (await pass(person.host, await person.pending(), one.toUpperCase().replaceAll("-", " "))).status,
    ).toBe(201);
    expect((await pass(person.host, await person.pending(), one)).json()).toMatchObject(wrongCode);
    expect((await pass(person.host, await person.pending(), two)).status).toBe(201);
    const { rows } = await sql("select kind from mails where user_id = $1 and kind = 'recovery_code_used'", [
      person.userId,
    ]);
    expect(rows).toHaveLength(2);
  });

  it("delays guessing, wherever it comes from, and lets the person in again after", async () => {
    const person = await withSecondFactor(side);
    const pending = await person.pending();
    for (let n = 0; n < 8; n++) expect((await pass(person.host, pending, "000000")).status).toBe(422);
    const late = await pass(person.host, pending, nextCode(person.secret));
    expect(late.json()).toMatchObject({ status: 429, code: "too_many_attempts" });
    expect(Number(late.headers["retry-after"])).toBeGreaterThan(0);
    await sql("update throttles set window_ends_at = now()");
    expect((await pass(person.host, pending, nextCode(person.secret))).status).toBe(201);
  });
});

describe("what is pending", () => {
  const misuses: [
    string,
    (person: Awaited<ReturnType<typeof withSecondFactor>>, pending: string) => Promise<[string, string]>,
  ][] = [
    ["at another realm", async (_p, pending) => [world.reseller.host, pending]],
    [
      "on another host of the same account",
      async (_p, pending) => {
        const host = `h${pending
          .slice(0, 8)
          .toLowerCase()
          .replace(/[^a-z0-9]/g, "")}.example`;
        await sql(
          `insert into hostnames (host, agency_id, account_id, kind, is_primary, distributor_id, reseller_id)
           values ($1, $2, $2, 'custom', false, $2, $2) on conflict do nothing`,
          [host, world.agency.id],
        );
        return [host, pending];
      },
    ],
    ["changed", async (p, pending) => [p.host, `x${pending.slice(1)}`]],
    ["cut short", async (p, pending) => [p.host, pending.slice(0, -1)]],
    ["without its signature", async (p, pending) => [p.host, pending.split(".")[0]!]],
    [
      "after the password was changed",
      async (p, pending) => {
        const body = {
          current: personPassword,
          password: "another fine sentence",
          confirm: "another fine sentence",
        };
        await post(p.host, "/password", body, p.session);
        return [p.host, pending];
      },
    ],
    [
      "after its person was disabled",
      async (p, pending) => {
        await sql("update memberships set state = 'disabled' where user_id = $1", [p.userId]);
        return [p.host, pending];
      },
    ],
  ];
  it.each(misuses)("is nothing %s", async (_how, misuse) => {
    const person = await withSecondFactor();
    const [host, pending] = await misuse(person, await person.pending());
    expect((await pass(host, pending, nextCode(person.secret))).json()).toMatchObject({
      status: 410,
      code: "token_invalid",
    });
  });
});

describe("a new password", () => {
  it("by a mailed link keeps the second step: the mail alone opens nothing", async () => {
    const token = await newReset(world.web, world.places.agency);
    const { rows } = await sql("select user_id from tokens where id = $1", [token.split(".")[0]]);
    const { email } = (await sql("select email from users where id = $1", [rows[0].user_id])).rows[0];
    const { host } = world.places.agency;
    const session = cookieOf(await post(host, "/session", { email, password: personPassword }));
    const { secret } = await setUpSecondFactor(world.web, host, session);
    const password = "another fine sentence";
    const reset = await post(host, "/password/reset", { token, password, confirm: password });
    expect(reset.headers["set-cookie"]).toBeUndefined();
    expect((await world.web.ask(host, "/api/v1/profile", { session })).status).toBe(401);
    expect((await pass(host, reset.json().pending, nextCode(secret))).status).toBe(201);
  });
});

describe("setting it up", () => {
  it("stores nothing before a code was proven, and the secret only sealed", async () => {
    const person = await newPerson(world.web, world.places.agency, "viewer");
    const { secret, enrolment } = await startSecondFactor(world.web, person.host, person.session);
    const factors = async () =>
      (await sql("select * from second_factors where user_id = $1", [person.userId])).rows;
    const enable = (code: string, given = enrolment, session = person.session) =>
      post(person.host, "/profile/second-factor", { enrolment: given, code }, session);
    expect((await enable("000000")).json()).toMatchObject(wrongCode);
    expect(await factors()).toEqual([]);
    const other = await newPerson(world.web, world.places.agency, "viewer");
    const code = codeAt(secret, new Date());
    expect((await enable(code, enrolment, other.session)).json().code).toBe("token_invalid");
    expect((await enable(code)).json().recoveryCodes).toHaveLength(10);
    const [row] = await factors();
    expect(row.key_id).toBe("k1");
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row.secret.includes(secret)).toBe(false);
    expect((await enable(nextCode(secret))).json().code).toBe("conflict");
  });

  it("keeps recovery codes as hashes, and new ones end the old", async () => {
    const person = await withSecondFactor();
    const { rows } = await sql("select c::text from recovery_codes c where user_id = $1", [person.userId]);
    expect(rows).toHaveLength(10);
    for (const code of person.recoveryCodes)
      expect(JSON.stringify(rows)).not.toContain(code.replaceAll("-", ""));
    const renewed = await post(person.host, "/profile/second-factor/recovery-codes", {}, person.session);
    const [old = ""] = person.recoveryCodes;
    const [fresh = ""] = renewed.json().recoveryCodes;
    expect((await pass(person.host, await person.pending(), old)).json()).toMatchObject(wrongCode);
    expect((await pass(person.host, await person.pending(), fresh)).status).toBe(201);
  });

  it("switched off, the password is enough again, and the person is told", async () => {
    const person = await withSecondFactor();
    const off = await world.web.ask(person.host, "/api/v1/profile/second-factor", {
      method: "DELETE",
      session: person.session,
    });
    expect(off.status).toBe(204);
    cookieOf(await signIn(person));
    const { rows } = await sql("select kind from mails where user_id = $1 order by created_at", [
      person.userId,
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual(["second_factor_on", "second_factor_off"]);
  });
});

describe("a fresh proof", () => {
  const make = ({ host, session }: Person) =>
    post(host, "/api-keys", { name: "x", scopes: ["plans:read"] }, session);
  const prove = ({ host, session }: Person, body: object) => post(host, "/session/proof", body, session);
  const age = (person: Person) => loseProof(world.web.app, world.agency.id, person.session);

  it("is given by the password where there is no second step, and counts for five minutes", async () => {
    const person = await newPerson(world.web, world.places.agency, "admin");
    await age(person);
    expect((await make(person)).json()).toMatchObject({ status: 403, code: "step_up_required" });
    expect((await prove(person, { password: "wrong" })).json().errors).toMatchObject([
      { pointer: "/password", code: "password_wrong" },
    ]);
    expect((await make(person)).status).toBe(403);
    expect((await prove(person, { password: personPassword })).status).toBe(204);
    expect((await make(person)).status).toBe(201);
    await sql("update sessions set proved_at = now() - interval '290 seconds' where user_id = $1", [
      person.userId,
    ]);
    expect((await make(person)).status).toBe(201);
    await age(person);
    expect((await make(person)).status).toBe(403);
  });

  it("is given by a code where there is one: the password alone is what a thief would have", async () => {
    const person = await withSecondFactor();
    await age(person);
    expect((await prove(person, { password: personPassword })).json().errors).toMatchObject([
      { pointer: "/code", code: "required" },
    ]);
    const code = nextCode(person.secret);
    expect((await prove(person, { code })).status).toBe(204);
    expect((await make(person)).status).toBe(201);
    expect((await prove(person, { code })).json()).toMatchObject(wrongCode);
  });

  it("counts for the one session only, and guessing it is delayed", async () => {
    const person = await newPerson(world.web, world.places.agency, "admin");
    const other = { ...person, session: cookieOf(await signIn(person)) };
    await age(other);
    expect((await prove(person, { password: personPassword })).status).toBe(204);
    expect((await make(other)).status).toBe(403);
    for (let n = 0; n < 8; n++) await prove(other, { password: "wrong" });
    expect((await prove(other, { password: personPassword })).status).toBe(429);
  });
});

describe("an agency that asks its people for it", () => {
  it("lets them do nothing else first; its resellers' people go on", async () => {
    const home = await inhabit(world.web);
    const owner = home.who("AO");
    await setUpSecondFactor(world.web, owner.host, owner.session);
    const require = (required: boolean) =>
      post(owner.host, "/agency/second-factor", { required }, owner.session);
    expect((await require(true)).status).toBe(204);
    const told = await sql(
      "select after from audit_entries where agency_id = $1 and action = 'second-factor.require'",
      [home.agency.id],
    );
    expect(told.rows).toEqual([{ after: { secondFactorRequired: true } }]);
    const viewer = home.who("AV");
    const see = () => world.web.ask(viewer.host, "/api/v1/plans", { session: viewer.session });
    expect((await see()).json()).toMatchObject({ status: 403, code: "second_factor_required" });
    const partner = home.who("RV");
    expect((await world.web.ask(partner.host, "/api/v1/plans", { session: partner.session })).status).toBe(
      200,
    );
    await setUpSecondFactor(world.web, viewer.host, viewer.session);
    expect((await see()).status).toBe(200);
    const finance = home.who("AF");
    expect((await require(false)).status).toBe(204);
    expect((await world.web.ask(finance.host, "/api/v1/plans", { session: finance.session })).status).toBe(
      200,
    );
  });
});
