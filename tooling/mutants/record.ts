import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "./judge.ts";
import type { Mutant } from "./patch.ts";

export interface Outcome {
  mutant: Mutant;
  verdict: Verdict;
  reason: string;
}

/** Writes docs/mutants.md: which defences were taken away, which test noticed, at which commit. */
export function writeRecord(root: string, outcomes: Outcome[], closingLine: string): void {
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim();
  const changed = git("status", "--porcelain", "--", ".", ":!docs/mutants.md")
    ? ", with uncommitted changes"
    : "";
  const rows = outcomes.map(({ mutant, verdict, reason }) => {
    const { name, removes, testFile, testName } = mutant;
    return `| ${name} | ${removes} | \`${testFile}\`: ${testName} | ${verdict}${reason && `: ${reason}`} |`;
  });
  const text = [
    "# Mutants",
    "",
    "Each patch in `tooling/mutants/` removes one defence; the named test has to fail. Written by `npm run mutants`.",
    "",
    `Commit ${git("rev-parse", "--short=12", "HEAD")}${changed}: ${closingLine}.`,
    "",
    "| patch | removes | test that has to notice | result |",
    "| --- | --- | --- | --- |",
    ...rows.map((row) => row.replaceAll("\n", " ")),
    "",
  ];
  writeFileSync(join(root, "docs/mutants.md"), text.join("\n"));
}
