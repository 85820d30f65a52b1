import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { migrate } from "@tenantry/db";
import { ensureDatabase, startEmbedded } from "@tenantry/db/embedded";
import { benchApi } from "./http/api.ts";
import { benchIngest } from "./ingest.ts";
import { benchMonthEnd } from "./month-end/month-end.ts";
import { benchOverview } from "./overview.ts";
import type { BenchRow } from "./row.ts";

/**
 * npm run bench: the product against bare Node + pg on the same embedded PostgreSQL, ratios of medians, turn by turn.
 * `--quick` takes smaller data and shorter turns, `--month-end` that part alone; neither writes the table.
 */
const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    "month-end": { type: "boolean", default: false },
    /** Raw events behind the overview's larger stage. */
    events: { type: "string", default: "10000000" },
  },
});
const turns = values.quick ? { rounds: 2, seconds: 1 } : { rounds: 9, seconds: 1 };
const dir = mkdtempSync(join(tmpdir(), "tenantry-bench-"));
const server = await startEmbedded({ dir });
const rows: BenchRow[] = [];
try {
  const logins = { web: randomBytes(16).toString("hex"), worker: randomBytes(16).toString("hex") };
  await ensureDatabase(server.adminUrl, "bench");
  const adminUrl = server.url("bench");
  await migrate({ adminUrl, logins });
  const as = (username: string, password: string) =>
    Object.assign(new URL(adminUrl), { username, password }).href;
  const workerUrl = as("tn_worker", logins.worker);
  const addresses = { adminUrl, webUrl: as("tn_web", logins.web) };
  if (!values["month-end"]) {
    say("list, search, create");
    const { rows: api } = await benchApi(addresses, { large: values.quick ? 20_000 : 100_000, ...turns });
    rows.push(...api);
    say("ingest");
    rows.push(...(await benchIngest(addresses)));
    say("overview");
    rows.push(
      ...(await benchOverview(
        addresses,
        values.quick ? { small: 20_000, large: 200_000, reads: 60 } : { large: Number(values.events) },
      )),
    );
  }
  say("month end");
  const months = values.quick
    ? { small: 200, large: 1_000, paid: 200, counted: 50 }
    : { small: 1_000, large: 10_000, paid: 2_000, counted: 200 };
  rows.push(...(await benchMonthEnd({ ...addresses, workerUrl }, months)));
} finally {
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}
const table = render(rows);
console.log(`\n${table}`);
if (!values.quick && !values["month-end"])
  writeFileSync(new URL("../../docs/bench.md", import.meta.url), table);
const missed = rows.filter(({ passed }) => !passed).length;
console.log(`${rows.length - missed} reached, ${missed} missed`);
process.exitCode = missed > 0 ? 1 : 0;

function say(what: string): void {
  console.log(`[${Math.round(performance.now() / 1_000)} s] ${what} ...`);
}

function render(all: BenchRow[]): string {
  const commit = execFileSync("git", ["describe", "--always", "--dirty"], { encoding: "utf8" }).trim();
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  const lines = all.map(({ name, value, bar, unit, passed }) => {
    const held = bar === null ? "" : passed ? "yes" : "**no**";
    return `| ${name} | ${value} | ${unit} | ${bar ?? "reported"} | ${held} |`;
  });
  return [
    "# Benchmark",
    "",
    "Written by `npm run bench`: product and bare server on the same embedded PostgreSQL (fsync on), turn by turn in one",
    "run, medians. Load, servers and database share the machine.",
    "",
    `Commit ${commit}; ${machine}.`,
    "",
    "| what | measured | unit | bar | held |",
    "| --- | ---: | --- | ---: | --- |",
    ...lines,
    "",
  ].join("\n");
}
