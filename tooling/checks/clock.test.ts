import { expect, test } from "vitest";
import { checkClock } from "./clock.ts";

const check = (path: string, text: string, allowed = {}) => checkClock([{ path, text }], allowed);
const verb = "packages/core/src/resellers/create.ts";

test.each(["Date.now()", "new Date()", "Date()", "sql`select now()`", `sql\`a \${b} where at < now()\``])(
  "%s is found in a verb",
  (text) => expect(check(verb, text)).toHaveLength(1),
);

test("a given instant, the clock itself, sessions, tests and the database package are fine", () => {
  expect(check(verb, "new Date(input.at); ctx.now; performance.now()")).toEqual([]);
  for (const path of ["kernel/clock.ts", "identity/sessions.ts", "resellers/create.test.ts"])
    expect(check(`packages/core/src/${path}`, "new Date()")).toEqual([]);
  expect(check("packages/db/src/pool.ts", "Date.now()")).toEqual([]);
});

test("security time elsewhere needs a reason, and the allow-list no dead entries", () => {
  const leases = "apps/api/src/worker/heartbeat.ts";
  for (const entry of [leases, "apps/api/src/worker/"]) {
    expect(check(leases, "sql`select now()`", { [entry]: "leases" })).toEqual([]);
    expect(check(leases, "", { [entry]: "leases" })).toEqual([
      `tooling/checks/clock.json: ${entry} reads no time`,
    ]);
  }
});
