import { spawn } from "node:child_process";
import { constants } from "node:os";
import { whenNpmIsGone } from "./npm-parent.mjs";
import { root } from "./root.mjs";

/**
 * Runs a TypeScript file in a Node process of its own and ends ours with its exit code. Signals are passed on,
 * the end of npm counts as one, and over the IPC channel the child notices when we are killed.
 */
export function runTypeScript(file, args) {
  const child = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), file, ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  whenNpmIsGone(() => child.kill("SIGTERM"));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
