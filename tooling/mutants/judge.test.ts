import { expect, test } from "vitest";
import { judge } from "./judge.ts";
import { parsePatch } from "./patch.ts";

const report = (...tests: [string, string][]) => ({
  testResults: [{ assertionResults: tests.map(([fullName, status]) => ({ fullName, status })) }],
});

test("a mutant is killed only by the named test going red", () => {
  expect(judge(report(["gate refuses a locked reseller", "failed"]), "refuses a locked").verdict).toBe(
    "killed",
  );
  expect(judge(report(["gate refuses a locked reseller", "passed"]), "refuses a locked").reason).toMatch(
    /green/,
  );
});

test("another test, a skipped one, an empty or absent report prove nothing", () => {
  const reports = [report(["other", "failed"]), report(["refuses", "skipped"]), report(), undefined];
  for (const each of reports) expect(judge(each, "refuses").reason).toMatch(/did not run/);
});

test("a patch says what it removes and which test notices", () => {
  const text = "# removes: the lock\n# test: a.test.ts > gate > refuses\n--- a/a.ts\n+++ b/a.ts\n";
  expect(parsePatch("lock.patch", text)).toMatchObject({
    removes: "the lock",
    testFile: "a.test.ts",
    testName: "gate refuses",
  });
  expect(() => parsePatch("lock.patch", "--- a/a.ts")).toThrow(/lock.patch needs/);
});
