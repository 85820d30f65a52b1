import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { breaches } from "./testing/catalogue/breaches.ts";
import { allProblems, readCatalogue, rules } from "./testing/catalogue/index.ts";
import { testDatabase } from "./testing/index.ts";

// Read before the cases are made: each object there is becomes a case of each rule.
const database = await testDatabase();
const admin = new pg.Client({ connectionString: database.adminUrl });
await admin.connect();
const catalogue = await readCatalogue(admin);

// The days' partitions are all alike: without them each breach is read in a tenth of the time.
await admin.query(`do $$ declare t text; begin
  for t in select relname from pg_class where relname ~ '^usage_events_2' and relkind = 'r' loop
    execute 'drop table public.' || t;
  end loop; end $$`);

afterAll(async () => {
  await admin.end();
  await database.drop();
});

describe.each(rules.map((rule) => [rule.name, rule] as const))("%s", (_name, { findings }) => {
  const found = [...findings(catalogue)];

  it("has something to look at", () => expect(found).not.toEqual([]));

  it.each(found)("%s", (_object, problems) => expect(problems).toEqual([]));
});

describe("a rule that is broken is noticed", () => {
  it("is not noticed where nothing is broken", () => expect(allProblems(rules, catalogue)).toEqual([]));

  it("leaves no rule untried", () => {
    const tried = new Set(breaches.map(({ rule }) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it.each(breaches.map(({ rule, sql }) => [rule, sql]))("%s: %s", async (rule, sql) => {
    await admin.query("begin");
    try {
      await admin.query(sql);
      const found = allProblems(rules, await readCatalogue(admin));
      expect(found.filter((problem) => problem.startsWith(`${rule}: `))).not.toEqual([]);
    } finally {
      await admin.query("rollback");
    }
  });
});
