import { expect, test } from "vitest";
import { checkRawSql } from "./raw-sql.ts";

const check = (path: string, text: string) => checkRawSql([{ path, text }]);

test.each(["sql.raw(name)", "sql.identifier(column)", "db.transaction(async (tx) => tx)"])(
  "%s is found outside packages/db",
  (text) => {
    expect(check("packages/core/src/a.ts", text)).toHaveLength(1);
    expect(check("packages/db/src/a.ts", text)).toEqual([]);
  },
);

test("bound parameters are fine", () => {
  expect(check("packages/core/src/a.ts", `const q = sql\`select \${id}\`;`)).toEqual([]);
});
