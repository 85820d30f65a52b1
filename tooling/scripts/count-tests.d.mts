interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}
export declare function countTests(
  report: Report | undefined,
  run: { exitCode: number; filteredByName: boolean },
): { passed: number; failed: number };
