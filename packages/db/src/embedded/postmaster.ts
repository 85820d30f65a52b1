import { readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processName } from "./process-name.ts";

/** Who holds the data folder: nobody, a running PostgreSQL, or a pid file left by one that is gone. */
export type Holder = { state: "none" } | { state: "running"; pid: number; port: number } | { state: "stale" };

/** Reads postmaster.pid and asks the system whether the process in it is a PostgreSQL of this folder. */
export async function holder(data: string): Promise<Holder> {
  const [pidLine, , , portLine] = readPidFile(data);
  const pid = Math.abs(Number(pidLine));
  if (!pid) return { state: "none" };
  const name = await processName(pid);
  if (name === undefined) return { state: "none" };
  // A name the system does not tell might be PostgreSQL: only proof of the contrary makes the file stale.
  if (name !== "" && !/^postgres(\.exe)?$/i.test(name)) return { state: "stale" };
  if (worksElsewhere(pid, data)) return { state: "stale" };
  return { state: "running", pid, port: Number(portLine) };
}

/**
 * Frees a data folder whose pid file names a process that is provably not its PostgreSQL (the system gave the
 * number to somebody else). The file is not deleted: only the number in it is replaced by one that no process
 * can have, so that PostgreSQL still checks for left-over backends by the shared memory key in the same file.
 */
export function disownPidFile(data: string): void {
  const lines = readPidFile(data);
  const noProcess = String(2 ** 31 - 1);
  writeFileSync(join(data, "postmaster.pid"), [noProcess, ...lines.slice(1)].join("\n"));
}

function readPidFile(data: string): string[] {
  try {
    return readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** A postmaster works in its data folder; on Linux another PostgreSQL with a re-used pid is told apart by that. */
function worksElsewhere(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(data);
  } catch {
    return false;
  }
}
