import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { letters } from "../testing/agency.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { resellerInput } from "../testing/reseller.ts";
import { createReseller } from "./create.ts";

const drawn = vi.hoisted(() => [] as string[]);
vi.mock("../kernel/ids.ts", async (original) => {
  const ids = await original<typeof import("../kernel/ids.ts")>();
  return { ...ids, newCode: (kind: "reseller") => drawn.shift() ?? ids.newCode(kind) };
});

let app: TestApp;
let agency: Agency;
beforeAll(async () => {
  app = await openTestApp();
  agency = await newAgency(app);
});
afterAll(() => app.close());

const create = async () => createReseller(await agency.ctx(), resellerInput(`c${letters(14)}`));

it("draws another code when a random one meets its like", async () => {
  const { code } = await create();
  drawn.push(code, "PA-000-000-001");
  expect((await create()).code).toBe("PA-000-000-001");
});

it("is made whole or not at all: a login domain that is taken leaves nothing and says so at its field", async () => {
  const ctx = await agency.ctx();
  const input = resellerInput(`c${letters(14)}`);
  await createReseller(ctx, input);
  const before = await app.admin.query("select count(*) from accounts where agency_id = $1", [agency.id]);
  await expect(createReseller(ctx, { ...input, name: "Second" })).rejects.toMatchObject({
    code: "invalid_input",
    fields: [{ pointer: "/loginDomain", code: "login_domain_taken" }],
  });
  const after = await app.admin.query("select count(*) from accounts where agency_id = $1", [agency.id]);
  expect(after.rows).toEqual(before.rows);
});

it("with a password its owner's must-change flag and the activation are written before COMMIT", async () => {
  const password = "correct horse battery nine";
  const input = { ...resellerInput(`c${letters(14)}`), firstSignIn: "password" as const };
  const { id } = await createReseller(await agency.ctx(), { ...input, password, confirm: password });
  const { rows } = await app.admin.query(
    `select u.must_change_password as "mustChange", p.hash is not null as "hasPassword", a.activated_at is not null as activated
     from accounts a join users u on u.agency_id = a.agency_id and u.realm_id = a.id
     left join passwords p on p.agency_id = u.agency_id and p.user_id = u.id where a.id = $1`,
    [id],
  );
  expect(rows).toEqual([{ mustChange: true, hasPassword: true, activated: true }]);
});
