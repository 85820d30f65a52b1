import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import type { TestRecord } from "./features.ts";

interface Report {
  testResults: {
    name: string;
    assertionResults: { fullName: string; title: string; ancestorTitles: string[]; status: string }[];
  }[];
}

/** The tests of the last whole `npm test`, from vitest's JSON report; undefined when there was none. */
export function readTestRun(root: string, report: string): TestRecord[] | undefined {
  if (!existsSync(report)) return undefined;
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
  return testResults.flatMap(({ name, assertionResults }) => {
    const file = (isAbsolute(name) ? relative(root, name) : name).replaceAll("\\", "/");
    return assertionResults.map(({ ancestorTitles, title, status }) => ({
      file,
      name: [...ancestorTitles, title].filter(Boolean).join(" "),
      passed: status === "passed",
    }));
  });
}
