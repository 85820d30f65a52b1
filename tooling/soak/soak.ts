import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureBuilt } from "../scripts/build.mjs";
import { findOrInstallChromium } from "../scripts/chromium.mjs";

/**
 * npm run soak: the long forms of the tests that have one (they ask for SOAK=1): pool bleed with 10,000 requests, every
 * way of losing a connection, long property runs, what the time of an answer tells. Writes its result with the commit
 * to docs/soak.md.
 */
const root = fileURLToPath(new URL("../../", import.meta.url));
const files = execFileSync("git", ["grep", "-l", "--untracked", "SOAK", "--", "*.test.ts"], {
  cwd: root,
  encoding: "utf8",
})
  .trim()
  .split("\n");
ensureBuilt();
const chromium = findOrInstallChromium();
const began = Date.now();
const report = `${root}test-results/soak.json`;
const run = spawnSync(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    "--testTimeout=900000",
    // One after another: one of them measures how long answers take.
    "--no-file-parallelism",
    ...files,
  ],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, SOAK: "1", ...(chromium && { TENANTRY_CHROMIUM: chromium }) },
  },
);
interface Result {
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}
const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Result;
const commit = execFileSync("git", ["describe", "--always", "--dirty"], {
  cwd: root,
  encoding: "utf8",
}).trim();
const lines = testResults.map(({ name, status, assertionResults }) => {
  const passed = assertionResults.filter(({ status }) => status === "passed").length;
  // A file that could not be loaded has no tests, and has failed.
  const failed = assertionResults.length - passed || Number(status === "failed");
  return `| \`${name.slice(root.length)}\` | ${passed} | ${failed} |`;
});
const text = [
  "# Soak",
  "",
  "The long forms of the tests, run and written by `npm run soak`.",
  "",
  `Commit ${commit}, Node ${process.version}, ${Math.round((Date.now() - began) / 1_000)} s.`,
  "",
  "| suite | passed | failed |",
  "| --- | ---: | ---: |",
  ...lines.sort(),
  "",
];
writeFileSync(`${root}docs/soak.md`, text.join("\n"));
process.exitCode = run.status ?? 1;
