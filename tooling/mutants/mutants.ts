import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { step } from "../scripts/progress.mjs";
import { root } from "../scripts/root.mjs";
import { applyPatch } from "./apply.ts";
import { judge } from "./judge.ts";
import { type Mutant, parsePatch } from "./patch.ts";
import { type Outcome, writeRecord } from "./record.ts";
import { runTests } from "./run-tests.ts";
import { makeScratch, type Scratch } from "./scratch.ts";

const folder = join(root, "tooling/mutants");
const wanted = process.argv.slice(2);
const mutants = readdirSync(folder)
  .filter(
    (name) => name.endsWith(".patch") && (wanted.length === 0 || wanted.some((part) => name.includes(part))),
  )
  .sort()
  .map((name) => parsePatch(name, readFileSync(join(folder, name), "utf8")));

// Two at a time: each run has a database server of its own.
const scratches = [makeScratch(root), makeScratch(root)];
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));
process.on("exit", () => scratches.map((scratch) => scratch.remove()));

step(`Running the ${mutants.length} named tests without any patch ...`);
const red = await redWithoutPatch(scratches[0]!);
const waiting = [...mutants];
const outcomes = (await Promise.all(scratches.map(work))).flat();
outcomes.sort((a, b) => a.mutant.name.localeCompare(b.mutant.name));

const killed = outcomes.filter(({ verdict }) => verdict === "killed").length;
const closingLine = `${killed} killed, ${outcomes.length - killed} survived`;
// A record of some of them would read like one of all.
if (wanted.length === 0) writeRecord(root, outcomes, closingLine);
console.log(closingLine);
process.exit(killed === outcomes.length && killed > 0 ? 0 : 1);

/** A test that fails anyhow notices nothing. */
async function redWithoutPatch(scratch: Scratch): Promise<Set<Mutant>> {
  const report = await runTests(
    scratch.dir,
    [...new Set(mutants.map(({ testFile }) => testFile))],
    [...new Set(mutants.map(({ testName }) => testName))],
  );
  return new Set(
    mutants.filter(({ testName }) => judge(report, testName).reason !== "the test stayed green"),
  );
}

async function work(scratch: Scratch): Promise<Outcome[]> {
  const done: Outcome[] = [];
  for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
    const outcome = { mutant, ...(await tryOut(scratch, mutant)) };
    step(`${outcome.verdict.padEnd(8)} ${mutant.name}${outcome.reason && `: ${outcome.reason}`}`);
    done.push(outcome);
  }
  return done;
}

async function tryOut({ dir }: Scratch, mutant: Mutant): Promise<Omit<Outcome, "mutant">> {
  if (red.has(mutant))
    return { verdict: "survived", reason: "the named test is red or absent without the patch" };
  const refused = applyPatch(dir, mutant.diff);
  if (refused) return { verdict: "survived", reason: refused };
  try {
    return judge(await runTests(dir, [mutant.testFile], [mutant.testName]), mutant.testName);
  } finally {
    applyPatch(dir, mutant.diff, true);
  }
}
