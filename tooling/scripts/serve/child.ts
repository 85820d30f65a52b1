import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

export interface Child {
  name: string;
  pid: number;
  /** Resolves with the exit code when the process has ended; 1 for an end by signal. */
  ended: Promise<number>;
  /** The last lines it wrote. */
  lastWords(): string;
  /** Asks it to end, and makes it end after ten seconds. */
  stop(): Promise<void>;
}

const preloads = ["tsx", "./end-with-parent.mjs"].flatMap((name) => ["--import", import.meta.resolve(name)]);

/**
 * Starts a TypeScript file as a process that ends when we do. Its lines appear in our output behind its name,
 * except when `quiet`, then only what it says on stderr.
 */
export function startChild(
  name: string,
  file: string,
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void = (line) => console.log(`${name.padEnd(6)} | ${line}`),
): Child {
  const child = spawn(process.execPath, [...preloads, file], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // A group of its own: Ctrl-C reaches it through us, in the order in which things have to stop.
    detached: process.platform !== "win32",
  });
  const tail: string[] = [];
  const hear = (show: (line: string) => void) => (line: string) => {
    tail.push(line);
    if (tail.length > 20) tail.shift();
    show(line);
  };
  createInterface({ input: child.stdout! }).on("line", hear(onLine));
  createInterface({ input: child.stderr! }).on(
    "line",
    hear((line) => console.error(`${name.padEnd(6)} | ${line}`)),
  );
  const ended = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? 1)));
  return { name, pid: child.pid!, ended, lastWords: () => tail.join("\n"), stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  child.kill("SIGTERM");
  const patience = new AbortController();
  await Promise.race([ended, sleep(10_000, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
  child.kill("SIGKILL");
  await ended;
}
