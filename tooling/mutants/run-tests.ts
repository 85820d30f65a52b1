import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "./judge.ts";

/** A mutant that hangs is not waited for; all the named tests together take a few minutes. */
const PATIENCE_MS = 900_000;

/** Runs the tests of these names in a scratch copy; undefined when no report came out. */
export function runTests(dir: string, files: string[], names: string[]): Promise<Report | undefined> {
  const file = join(dir, "mutant-report.json");
  rmSync(file, { force: true });
  const pattern = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const vitest = join(dir, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--reporter=json", `--outputFile=${file}`, "-t", pattern, ...files];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: dir, timeout: PATIENCE_MS, maxBuffer: 256 * 1024 * 1024 }, () =>
      resolve(existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : undefined),
    );
  });
}
