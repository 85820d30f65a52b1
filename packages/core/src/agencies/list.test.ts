import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "../kernel/ctx.ts";
import { letters } from "../testing/agency.ts";
import { commandLine } from "../testing/context.ts";
import { newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { listAgencies } from "./list.ts";
import { reopenAgency } from "./reopen.ts";
import { suspendAgency } from "./suspend.ts";

let app: TestApp;
let operator: Ctx;
beforeAll(async () => {
  app = await openTestApp();
  operator = commandLine(app);
});
afterAll(() => app.close());

type Question = Parameters<typeof listAgencies>[1];

/** Names, page by page, going forward to the end and then all the way back. */
async function walk(question: Question) {
  const there: string[][] = [];
  const back: string[][] = [];
  const read = (cursor?: string) => listAgencies(operator, { ...question, cursor });
  const namesOf = ({ agencies }: Awaited<ReturnType<typeof read>>) => agencies.map(({ name }) => name);
  let page = await read();
  expect(page.previous).toBeNull();
  there.push(namesOf(page));
  while (page.next) {
    page = await read(page.next);
    there.push(namesOf(page));
  }
  back.push(namesOf(page));
  while (page.previous) {
    page = await read(page.previous);
    back.unshift(namesOf(page));
  }
  return { there, back };
}

it("pages both ways in every order, names alike included", async () => {
  const group = letters(12);
  const names = [`${group} Beta`, `${group} alpha`, `${group} alpha`, `${group} Gamma`, `${group} delta`];
  for (const name of names) await newAgency(app, { name });
  const byName = names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  const orders = {
    name: byName,
    "-name": byName.toReversed(),
    created: names,
    "-created": names.toReversed(),
  };
  for (const [sort, wanted] of Object.entries(orders)) {
    const { there, back } = await walk({ search: group, sort: sort as Question["sort"], limit: 2 });
    expect(there.flat(), sort).toEqual(wanted);
    expect(there.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(back, sort).toEqual(there);
  }
});

it("finds by name, slug and owner, takes a pattern's signs literally, and filters by status", async () => {
  const [one, other] = [await newAgency(app, { name: "Hundred % Ünlü_" }), await newAgency(app)];
  const found = async (question: Question) =>
    (await listAgencies(operator, question)).agencies.map(({ id }) => id);
  expect(await found({ search: "% ü" })).toEqual([one.id]);
  expect(await found({ search: "100%" })).toEqual([]);
  expect(await found({ search: other.slug.toUpperCase() })).toEqual([other.id]);
  await suspendAgency(operator, { id: other.id });
  expect(await found({ search: other.slug, status: "active" })).toEqual([]);
  expect(await found({ search: other.slug, status: "suspended" })).toEqual([other.id]);
  const owner = "select email from accounts where agency_id = $1 and kind = 'agency'";
  const { rows } = await app.admin.query(owner, [one.id]);
  expect(await found({ search: rows[0].email })).toContain(one.id);
});

it("takes a cursor for the question it was made for and for no other", async () => {
  const group = letters(12);
  for (const name of ["a", "b"]) await newAgency(app, { name: `${group} ${name}` });
  const { next } = await listAgencies(operator, { search: group, limit: 1 });
  const asked = (question: Question) =>
    listAgencies(operator, { ...question, cursor: next ?? undefined }).catch((error) => error.fields);
  const foreign = [expect.objectContaining({ pointer: "/cursor", code: "cursor_foreign" })];
  expect(await asked({ search: group, sort: "-name" })).toEqual(foreign);
  expect(await asked({})).toEqual(foreign);
  expect(await asked({ search: group })).toMatchObject({ next: null });
});

it("says not found of an agency that is not there; asking for what is already so records nothing", async () => {
  const { id } = await newAgency(app);
  const told = async () => {
    const entries = "select action from audit_entries where object_id = $1 and actor_kind = 'operator'";
    const own = "select action from platform.operator_entries where object_id = $1";
    const [inside, outside] = [await app.admin.query(entries, [id]), await app.admin.query(own, [id])];
    return [inside, outside].map(({ rows }) =>
      rows.map(({ action }) => action).filter((action) => action !== "agency.create"),
    );
  };
  const missing = { id: crypto.randomUUID() };
  await expect(suspendAgency(operator, missing)).rejects.toMatchObject({ code: "not_found" });
  await expect(reopenAgency(operator, missing)).rejects.toMatchObject({ code: "not_found" });
  await reopenAgency(operator, { id });
  expect(await told()).toEqual([[], []]);
  const first = await suspendAgency(operator, { id });
  expect(await suspendAgency(operator, { id })).toEqual(first);
  expect(await told()).toEqual([["agency.suspend"], ["agency.suspend"]]);
});
