import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { countTests } from "./count-tests.mjs";
import { ensureInstalled } from "./install.mjs";
import { giveUp, step } from "./progress.mjs";
import { root } from "./root.mjs";

const args = process.argv.slice(2);
// A run over some tests must not pass for the record of all of them, which the feature list is held against.
const report = join(root, "test-results", args.length === 0 ? "vitest.json" : "vitest-some.json");

// Whatever ends this process early, the last line says how many tests failed.
let result = { passed: 0, failed: 1 };
process.on("exit", () => console.log(`${result.passed} passed, ${result.failed} failed`));
process.exitCode = 1;

ensureInstalled();
ensureBuilt();
const { findOrInstallChromium } = await import("./chromium.mjs");
const chromium = findOrInstallChromium();
if (!chromium)
  giveUp("The browser journeys need a Chromium and none could be found or installed. Set TENANTRY_CHROMIUM.");
step(`Running the tests (browser: ${chromium}) ...`);
const exitCode = runVitest();
const written = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
const filteredByName = args.some((arg) => arg === "-t" || arg.startsWith("--testNamePattern"));
result = countTests(written, { exitCode, filteredByName });
if (args.length === 0) result[verified() ? "passed" : "failed"]++;
process.exitCode = result.failed === 0 ? 0 : 1;

/** Types, lint, import directions, sizes and words count as one more test; it comes last, because it reads the record. */
function verified() {
  return (
    spawnSync(process.execPath, [join(root, "tooling/scripts/verify.mjs")], { cwd: root, stdio: "inherit" })
      .status === 0
  );
}

function runVitest() {
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const { status } = spawnSync(process.execPath, [vitest, "run", ...reporters, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, TENANTRY_CHROMIUM: chromium },
  });
  return status ?? 1;
}
