import { spawn } from "node:child_process";
import type { OsUser } from "./os-user.ts";

/** What a finished program said. `code` is null when it could not be started or was killed. */
export interface RunResult {
  code: number | null;
  output: string;
}

/**
 * Runs a program to its end as `user` (undefined = as ourselves) and never throws: a program that cannot be
 * started answers with code null and the reason as output. On Unix the environment holds the path and a fixed
 * locale and zone only, so that neither PGDATA nor LANG of the caller changes the database.
 */
export function run(
  user: OsUser | undefined,
  file: string,
  args: string[],
  timeoutMs = 90_000,
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: process.platform === "win32" ? undefined : "/",
      env: environment(),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      timeout: timeoutMs,
      killSignal: "SIGKILL",
      ...(user && { uid: user.uid, gid: user.gid }),
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output: output.trim() }));
  });
}

/** Windows programs need a dozen variables of the system to start at all, so there everything is passed on. */
function environment(): NodeJS.ProcessEnv | undefined {
  if (process.platform === "win32") return undefined;
  return { LC_ALL: "C", LANG: "C", TZ: "UTC", PATH: "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin" };
}
