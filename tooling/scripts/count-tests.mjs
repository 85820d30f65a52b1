/**
 * How many tests passed and failed in a vitest JSON report (undefined when vitest wrote none). What was skipped
 * counts as failed, unless a name filter asked for that; so does a file that could not be loaded, and a run that
 * ended badly has at least one failure.
 */
export function countTests(report, { exitCode, filteredByName }) {
  if (!report) return { passed: 0, failed: 1 };
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === "passed").length;
  const skipped = tests.filter(({ status }) => status !== "passed" && status !== "failed").length;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = tests.filter(({ status }) => status === "failed").length + broken;
  const all = failed + (filteredByName ? 0 : skipped);
  const endedBadly = exitCode !== 0 || passed === 0;
  return { passed, failed: endedBadly ? Math.max(1, all) : all };
}
