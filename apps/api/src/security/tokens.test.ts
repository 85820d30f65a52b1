import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkKinds } from "../testing/links.ts";
import { inhabit, openWorld, operatorHost, type World } from "../testing/world.ts";

// T23: links in mails. What is good once, for one purpose, on one host.
let world: World;
let other: World;
beforeAll(async () => {
  world = await openWorld();
  other = await inhabit(world.web);
}, 60_000);
afterAll(() => world.web.close());

const sql = (text: string, values: unknown[] = []) => world.web.app.admin.query(text, values);
const idOf = (token: string) => token.split(".")[0]!;

const names = ["an invitation", "a reset link", "an operator's link"];
const invalid = { status: 410, code: "token_invalid" };

describe.each(names)("%s", (name) => {
  const kind = () => linkKinds(world)[name]!;
  const make = () => kind().make();
  const use = (...args: Parameters<ReturnType<typeof kind>["use"]>) => kind().use(...args);
  const home = () => kind().home();

  it("is good once", async () => {
    const token = await make();
    expect((await use(token)).status).toBe(201);
    expect((await use(token)).json()).toMatchObject(invalid);
  });

  it("50 at once: exactly one gets through, with one session", async () => {
    const token = await make();
    const before = Number(
      (
        await sql(
          "select (select count(*) from sessions) + (select count(*) from platform.operator_sessions) as n",
        )
      ).rows[0].n,
    );
    const answers = await Promise.all(Array.from({ length: 50 }, () => use(token)));
    const told = answers.map(({ status }) => status);
    expect(told.filter((status) => status === 201)).toHaveLength(1);
    expect(told.filter((status) => ![201, 410, 503].includes(status))).toEqual([]);
    const after = Number(
      (
        await sql(
          "select (select count(*) from sessions) + (select count(*) from platform.operator_sessions) as n",
        )
      ).rows[0].n,
    );
    expect(after - before).toBe(1);
  });

  it.each<[string, (token: string) => string]>([
    ["cut short", (token) => token.slice(0, -1)],
    ["made longer", (token) => `${token}A`],
    ["with another secret", (token) => `${idOf(token)}.${"A".repeat(43)}`],
    ["with another id", (token) => `${crypto.randomUUID()}.${token.split(".")[1]}`],
    ["its id alone", (token) => idOf(token)],
    ["an id that is none", (token) => `${"x".repeat(36)}.${token.split(".")[1]}`],
    ["a quote in it", (token) => `${idOf(token)}'.${token.split(".")[1]}`],
    ["blank", () => " "],
  ])("%s is nothing, and the real one goes on", async (_what, spoil) => {
    const token = await make();
    expect((await use(spoil(token))).json()).toMatchObject(invalid);
    expect((await use(token)).status).toBe(201);
  });

  it("is not used up by a wrong form: the link goes on", async () => {
    const token = await make();
    for (const extra of [
      { confirm: "something else entirely" },
      { password: "short", confirm: "short" },
      { password: "password1234", confirm: "password1234" },
    ]) {
      expect((await use(token, home(), extra)).status).toBe(422);
    }
    expect((await use(token)).status).toBe(201);
  });

  it("is good on its own host only", async () => {
    const token = await make();
    for (const host of [
      world.agency.host,
      world.reseller.host,
      other.agency.host,
      other.reseller.host,
      operatorHost,
    ]) {
      if (host === home()) continue;
      expect([404, 410]).toContain((await use(token, host)).status);
    }
    expect((await use(token)).status).toBe(201);
  });

  it("is of no use for another purpose", async () => {
    const token = await make();
    for (const [another, kind] of Object.entries(linkKinds(world))) {
      if (another !== name) expect([404, 410]).toContain((await kind.use(token, home())).status);
      if (another !== name) expect([404, 410]).toContain((await kind.use(token)).status);
    }
    expect((await use(token)).status).toBe(201);
  });

  it("past its end it is nothing", async () => {
    const token = await make();
    await sql("update tokens set expires_at = now() - interval '1 second' where id = $1", [idOf(token)]);
    await sql("update platform.operators set setup_expires_at = now() - interval '1 second' where id = $1", [
      idOf(token),
    ]);
    expect((await use(token)).json()).toMatchObject(invalid);
  });

  it("only its hash is stored", async () => {
    const token = await make();
    const { rows } = await sql(
      "select t::text from tokens t union all select o::text from platform.operators o",
    );
    expect(JSON.stringify(rows)).not.toContain(token.split(".")[1]);
  });
});
