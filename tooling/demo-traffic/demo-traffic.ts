import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { EarlierRuns } from "./earlier-runs.ts";
import { committedMessages, readMessages } from "./message-rows.ts";
import { poster, type Target } from "./post.ts";
import { progressBar } from "./progress.ts";
import { recount } from "./recount.ts";
import { replay } from "./replay.ts";
import { shiftTo, toEvents } from "./usage-events.ts";

/** Replays real message events into the running demo through its public API, and checks the answers by a recount. */
const usage = "npm run demo:traffic -- [--rate events per second, 0 = full speed] [--file x.csv] [--limit N]";
const home = new URL("../../.tenantry/", import.meta.url);
let interrupted = false;
process.on("SIGINT", () => {
  if (interrupted) process.exit(130);
  interrupted = true;
});

await main().catch((error: Error) => {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { file, limit, rate } = readArguments();
  const target = readTarget();
  const rows = readMessages(file, limit);
  const shiftMs = shiftTo(rows, Date.now());
  const events = toEvents(rows, shiftMs);
  const runs = new EarlierRuns(fileURLToPath(new URL("demo-traffic.json", home)), target.key);
  const known = runs.identities();
  const channels = new Set(rows.map((row) => row.channel)).size;
  const pace = rate === 0 ? "at full speed" : `at ${rate} events a second`;
  console.log(
    `${rows.length.toLocaleString("en")} messages of ${channels} channels to ${target.origin}, ${pace}.`,
  );
  console.log(
    "Real events of 2016, shifted so that the last one is now; every seventh channel plays WhatsApp.",
  );
  const answer = await replay(events, rate, poster(target), progressBar(events.length), () => interrupted);
  runs.add({ file, limit: limit ?? null, shiftMs, sent: answer.sent });
  report(answer, recount(events.slice(0, answer.sent), answer.quarantined, known), known.size > 0);
}

function report(
  answer: Awaited<ReturnType<typeof replay>>,
  expected: ReturnType<typeof recount>,
  again: boolean,
): void {
  const line = (name: string, value: number, note = "") =>
    console.log(`  ${name.padEnd(12)} ${value.toLocaleString("en").padStart(8)}${note && `   ${note}`}`);
  line("sent", answer.sent);
  line("accepted", answer.accepted, `recount ${expected.accepted.toLocaleString("en")}`);
  line("duplicate", answer.duplicates, `recount ${expected.duplicates.toLocaleString("en")}`);
  const reasons = new Map<string, number>();
  for (const reason of answer.quarantined.values()) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  line("quarantined", answer.quarantined.size, [...reasons].map(([name, n]) => `${name} ${n}`).join(", "));
  if (again) console.log("  Earlier runs told these events too: once per event id and UTC day is counted.");
  const equal = answer.accepted === expected.accepted && answer.duplicates === expected.duplicates;
  console.log(equal ? "Equal to the recount of the file." : "NOT equal to the recount of the file.");
  if (!equal) process.exitCode = 1;
}

function readArguments(): { file: string; limit?: number; rate: number } {
  const { values } = parseArgs({
    options: { rate: { type: "string" }, file: { type: "string" }, limit: { type: "string" } },
  });
  const number = (name: "rate" | "limit") => {
    const value = values[name] === undefined ? undefined : Number(values[name]);
    if (value !== undefined && !(Number.isInteger(value) && value >= 0)) throw new Error(usage);
    return value;
  };
  const file = values.file
    ? resolve(process.env.INIT_CWD ?? ".", values.file)
    : fileURLToPath(committedMessages);
  return { file, limit: number("limit"), rate: number("rate") ?? 500 };
}

function readTarget(): Target {
  try {
    const { ingestKeys } = JSON.parse(readFileSync(new URL("demo.json", home), "utf8"));
    return { origin: ingestKeys[0].origin, key: ingestKeys[0].key };
  } catch {
    throw new Error("There is no running demo here (.tenantry/demo.json): start it with `npm start`.");
  }
}
