/** The part of vitest's JSON report that counts here. */
export interface Report {
  testResults: { assertionResults: { fullName: string; status: string }[] }[];
}

export type Verdict = "killed" | "survived";

/**
 * What became of a mutant. Only a failed assertion of the named test kills: a patch that no longer applies, a
 * file that does not load and a test that did not run prove nothing. The reason is empty for a kill.
 */
export function judge(report: Report | undefined, testName: string): { verdict: Verdict; reason: string } {
  const tests = report?.testResults.flatMap((file) => file.assertionResults) ?? [];
  const named = tests.filter(({ fullName }) => fullName.includes(testName));
  const ran = named.filter(({ status }) => status === "passed" || status === "failed");
  if (ran.some(({ status }) => status === "failed")) return { verdict: "killed", reason: "" };
  if (ran.length > 0) return { verdict: "survived", reason: "the test stayed green" };
  return { verdict: "survived", reason: "the named test did not run" };
}
