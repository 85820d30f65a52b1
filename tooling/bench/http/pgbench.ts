import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Stage } from "./stage.ts";
import { sessionSql, statements } from "./statements.ts";

/**
 * Requests per second by pgbench on the very statements of one of the bare server's addresses (session look-up first),
 * prepared, 16 clients: how far the machine goes without Node. Undefined where there is no pgbench.
 */
export function pgbench(
  adminUrl: string,
  stage: Stage,
  address: "list" | "create",
  seconds: number,
): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const script = join(folder, "script.sql");
  const session = written(sessionSql, [`'${stage.host}:3000'`, `'${stage.session.split(".")[0]}'`]);
  const own = Object.values(statements[address]!).map((text) =>
    written(text, [`'${stage.agencyId}'::uuid`, "made.id"]),
  );
  // The bare server makes an id in Node; here the statement has to.
  const made = own.map((text) =>
    text.replace(/values \((.+)\) returning id/s, "select $1 from (select gen_random_uuid() as id) made"),
  );
  writeFileSync(script, [session, ...made].map((text) => `${text.replaceAll("\n", " ")};\n`).join(""));
  const options = ["-n", "-M", "prepared", "-c", "16", "-j", "2", "-T", String(seconds), "-f", script];
  const run = spawnSync("pgbench", [...options, adminUrl], { encoding: "utf8" });
  const tps = /tps = ([\d.]+)/.exec(run.stdout ?? "")?.[1];
  return tps ? Number(tps) : undefined;
}

function written(text: string, values: string[]): string {
  return text.replaceAll(/\$(\d)(::uuid)?/g, (_all, n: string) => values[Number(n) - 1]!);
}
