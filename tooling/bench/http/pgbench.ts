import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listSql } from "./statements.ts";

/**
 * Pages per second by pgbench on the list's statement, prepared, 16 clients: how far the machine goes without Node.
 * Undefined where there is no pgbench.
 */
export function pgbenchList(adminUrl: string, agencyId: string, seconds: number): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const script = join(folder, "list.sql");
  writeFileSync(script, `${listSql.replaceAll("$1", `'${agencyId}'::uuid`).replaceAll("\n", " ")};\n`);
  const options = [
    "-n",
    "-M",
    "prepared",
    "-c",
    "16",
    "-j",
    "2",
    "-T",
    String(seconds),
    "-f",
    script,
    adminUrl,
  ];
  const run = spawnSync("pgbench", options, { encoding: "utf8" });
  const tps = /tps = ([\d.]+)/.exec(run.stdout ?? "")?.[1];
  return tps ? Number(tps) : undefined;
}
