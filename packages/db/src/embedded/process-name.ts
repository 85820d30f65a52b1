import { readFileSync } from "node:fs";
import { run } from "./run.ts";

/**
 * The program name of a living process: undefined when there is no such process (a zombie counts as none, it
 * holds nothing), an empty string when it lives but the system does not tell its name.
 */
export async function processName(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  if (process.platform === "linux") return linuxName(pid);
  if (process.platform === "win32") {
    const { output } = await run(undefined, "tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]);
    return /^"([^"]+)"/.exec(output)?.[1] ?? "";
  }
  const { output } = await run(undefined, "ps", ["-o", "comm=", "-p", String(pid)]);
  return output.split("/").at(-1) ?? "";
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function linuxName(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [, name, state] = /\((.*)\) (\S)/s.exec(stat) ?? [];
    return state === "Z" ? undefined : name;
  } catch {
    return "";
  }
}
