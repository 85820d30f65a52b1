import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../scripts/root.mjs";
import { checkBrowserImports } from "./browser-imports.ts";
import { checkClock } from "./clock.ts";
import { checkDocs } from "./docs.ts";
import { checkEnvironment } from "./environment.ts";
import { checkFeatures } from "./features.ts";
import { checkFloors, type Floor } from "./floors.ts";
import { checkImports } from "./imports.ts";
import { checkModuleState } from "./module-state.ts";
import { checkRawSql } from "./raw-sql.ts";
import { checkSizes } from "./sizes.ts";
import { readSources } from "./source.ts";
import { checkStrangers } from "./strangers.ts";
import { readTestRun } from "./test-run.ts";

const read = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "");
const sources = readSources(root);
const ids = read("docs/feature-ids.txt").split("\n").filter(Boolean);

/** Everything `npm run verify` holds the tree against, apart from the compiler and the formatter. */
const checks: [string, string[]][] = [
  ["import directions", checkImports(sources)],
  ["browser imports", checkBrowserImports(sources)],
  ["environment", checkEnvironment(sources)],
  ["raw SQL", checkRawSql(sources)],
  ["clock", checkClock(sources, JSON.parse(read("tooling/checks/clock.json")))],
  ["module state", checkModuleState(sources, JSON.parse(read("tooling/checks/module-state.json")))],
  ["sizes", checkSizes(sources)],
  ["paths in docs", checkDocs(sources)],
  [
    "features",
    checkFeatures(read("docs/features.tsv"), ids, readTestRun(root, join(root, "test-results/vitest.json"))),
  ],
  [
    "version floors",
    checkFloors(read("pnpm-lock.yaml"), JSON.parse(read("tooling/checks/floors.json")) as Floor[]),
  ],
  ["strangers", checkStrangers(sources)],
];

for (const [name, problems] of checks)
  console.log(problems.length === 0 ? `ok    ${name}` : `FAIL  ${name}\n      ${problems.join("\n      ")}`);
process.exitCode = checks.some(([, problems]) => problems.length > 0) ? 1 : 0;
