import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { arrayLiteral } from "./array-literal.ts";
import { type UsageDatabase, usageDatabase } from "./test-database.ts";

let db: UsageDatabase;
beforeAll(async () => {
  db = await usageDatabase();
});
afterAll(() => db.close());

it("is read by the database as the list it was", async () => {
  const text = fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\u0000"));
  const list = fc.array(fc.option(fc.oneof(text, fc.constantFrom('"', "\\", "{}", "NULL", ","))));
  await fc.assert(
    fc.asyncProperty(list, async (values) => {
      const { rows } = await db.admin.query("select $1::text[] as list", [arrayLiteral(values)]);
      expect(rows[0].list).toEqual(values);
    }),
    { numRuns: 200 },
  );
  const { rows } = await db.admin.query("select $1::int[] as list", [arrayLiteral([1, null, -3, undefined])]);
  expect(rows[0].list).toEqual([1, null, -3, null]);
});
