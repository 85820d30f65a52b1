import { expect, test } from "vitest";
import { countTests } from "./count-tests.mjs";

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});
const report = (...testResults: ReturnType<typeof file>[]) => ({ testResults });
const fine = { exitCode: 0, filteredByName: false };

test("counts what passed and what failed", () => {
  const run = report(file("passed", "passed", "passed"), file("failed", "passed", "failed"));
  expect(countTests(run, { ...fine, exitCode: 1 })).toEqual({ passed: 3, failed: 1 });
});

test("a skipped or unfinished test is a failure, unless a name filter left it out", () => {
  const run = report(file("passed", "passed", "pending", "todo"));
  expect(countTests(run, fine)).toEqual({ passed: 1, failed: 2 });
  expect(countTests(run, { ...fine, filteredByName: true })).toEqual({ passed: 1, failed: 0 });
});

test("a file that could not be loaded is a failure", () => {
  expect(countTests(report(file("failed"), file("passed", "passed")), { ...fine, exitCode: 1 })).toEqual({
    passed: 1,
    failed: 1,
  });
});

test("a run that crashed, wrote nothing or ran nothing is never green", () => {
  expect(countTests(undefined, { ...fine, exitCode: 1 })).toEqual({ passed: 0, failed: 1 });
  expect(countTests(report(file("passed", "passed")), { ...fine, exitCode: 1 }).failed).toBe(1);
  expect(countTests(report(), fine).failed).toBe(1);
});
