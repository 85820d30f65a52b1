import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import * as schema from "./schema/index.ts";
import { readCatalogue } from "./testing/catalogue/index.ts";
import { testDatabase } from "./testing/index.ts";

// What code believes of the tables, held against the tables.
const database = await testDatabase();
const admin = new pg.Client({ connectionString: database.adminUrl });
await admin.connect();
const { relations } = await readCatalogue(admin);
await admin.end();

afterAll(() => database.drop());

const inDatabase = relations.filter((one) => one.schema === "public" && !one.parent);
const inCode = Object.values(schema as Record<string, unknown>)
  .filter((one) => is(one, PgTable))
  .map((table) => getTableConfig(table as PgTable));

const sqlName = (type: string) => type.replace(/^varchar/, "character varying");

it("code knows every table and no other", () => {
  expect(inCode.map(({ name }) => name).sort()).toEqual(inDatabase.map(({ name }) => name).sort());
});

describe.each(inCode.map((table) => [table.name, table] as const))("%s", (name, { columns, primaryKeys }) => {
  const table = inDatabase.find((one) => one.name === name);

  it("has these columns with these types", () => {
    const believed = columns.map((column) => `${column.name} ${sqlName(column.getSQLType())}`);
    expect(believed.sort()).toEqual(table?.columns.map((column) => `${column.name} ${column.type}`).sort());
  });

  it("has nulls where code expects them", () => {
    const written = columns.filter((column) => !column.generated);
    const believed = written.filter((column) => column.notNull).map((column) => column.name);
    const facts = table?.columns.filter((column) => column.notNull && !column.generated);
    expect(believed.sort()).toEqual(facts?.map((column) => column.name).sort());
  });

  it("has this primary key", () => {
    const single = columns.filter((column) => column.primary).map((column) => column.name);
    const believed = primaryKeys[0]?.columns.map((column) => column.name) ?? single;
    expect(believed).toEqual(table?.keys.find(({ primary }) => primary)?.columns);
  });

  it("takes exactly the words code can write", () => {
    for (const { name: column, enumValues } of columns) {
      if (!enumValues?.length) continue;
      const check = table?.checks.find((text) => text.startsWith(`CHECK ((${column} = ANY`));
      const words = [...(check ?? "").matchAll(/'([a-z_]+)'::/g)].map((match) => match[1]);
      expect({ column, words: words.sort() }).toEqual({ column, words: [...enumValues].sort() });
    }
  });
});
