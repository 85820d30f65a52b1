import { expect, test } from "vitest";
import { checkClock } from "./clock.ts";

const check = (path: string, text: string) => checkClock([{ path, text }]);
const verb = "packages/core/src/resellers/create.ts";

test.each(["Date.now()", "new Date()", "Date()", "sql`select now()`", "sql`a ${b} where at < now()`"])(
  "%s is found in a verb",
  (text) => expect(check(verb, text)).toHaveLength(1),
);

test("a given instant, the clock itself, sessions, tests and the database package are fine", () => {
  expect(check(verb, "new Date(input.at); ctx.now; performance.now()")).toEqual([]);
  for (const path of ["kernel/clock.ts", "identity/sessions.ts", "resellers/create.test.ts"])
    expect(check(`packages/core/src/${path}`, "new Date()")).toEqual([]);
  expect(check("packages/db/src/pool.ts", "Date.now()")).toEqual([]);
});
