import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * npm runs a script through a shell, and a shell that is told to end does not tell its child. So that stopping or
 * killing npm stops everything, the line of ancestors up to npm is remembered here and looked at now and then.
 */
const ancestors = process.env.npm_lifecycle_event && process.platform !== "win32" ? lineToNpm() : [];

/** Calls back once when npm, or the shell between npm and us, is gone. Does nothing when npm did not start us. */
export function whenNpmIsGone(callback) {
  if (ancestors.length === 0) return;
  const timer = setInterval(() => {
    // The parent of a dead process's child becomes another one at once, even when nobody collects the dead.
    if (process.ppid === ancestors[0] && (ancestors.length < 2 || parentOf(ancestors[0]) === ancestors[1]))
      return;
    clearInterval(timer);
    callback();
  }, 1_000);
  timer.unref();
}

function lineToNpm() {
  const parent = process.ppid;
  // Some shells replace themselves by the program; then the parent is npm itself.
  return /^\S*sh -c /.test(commandOf(parent)) ? [parent, parentOf(parent)] : [parent];
}

function parentOf(pid) {
  if (process.platform !== "linux") return Number(ps("ppid=", pid));
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))[1]);
  } catch {
    return 0;
  }
}

function commandOf(pid) {
  if (process.platform !== "linux") return ps("command=", pid);
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
}

function ps(column, pid) {
  return spawnSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
}
