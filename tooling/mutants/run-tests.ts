import { execFile } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "./judge.ts";

const PATIENCE_MS = 180_000;

/** Runs test files in a scratch copy, all their tests or those of one name; undefined when no report came out. */
export function runTests(dir: string, files: string[], name?: string): Promise<Report | undefined> {
  const file = join(dir, "mutant-report.json");
  rmSync(file, { force: true });
  const filter = name ? ["-t", name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")] : [];
  const vitest = join(dir, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--reporter=json", `--outputFile=${file}`, ...filter, ...files];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: dir, timeout: PATIENCE_MS, maxBuffer: 256 * 1024 * 1024 }, () =>
      resolve(existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : undefined),
    );
  });
}
