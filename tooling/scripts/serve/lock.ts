import { randomBytes } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What the running `npm start` says about itself in `.tenantry/serve.json`. */
interface LockFile {
  pid: number;
  /** A loopback port that answers with the token as long as that process lives. */
  port: number;
  token: string;
  children: number[];
}

export interface Lock {
  /** Writes down the child processes, so that the next start waits for them after a kill -9. */
  note(children: number[]): void;
  release(): void;
}

/**
 * Makes this process the only one that serves from `dir`. Process ids are given to others after a crash, so the
 * proof of life is a socket, not a number. Throws a sentence when another one lives.
 */
export async function takeLock(dir: string): Promise<Lock> {
  const file = join(dir, "serve.json");
  const left = read(file);
  if (left && (await answers(left)))
    throw new Error(
      `Tenantry runs already, as process ${left.pid}: see .tenantry/demo.json for its addresses.`,
    );
  rmSync(file, { force: true });
  if (left) await waitForEnd(left.children);

  const token = randomBytes(16).toString("hex");
  const sign = createServer((socket) => socket.on("error", () => undefined).end(token));
  await new Promise<void>((resolve) => sign.listen(0, "127.0.0.1", resolve));
  sign.unref();
  const { port } = sign.address() as { port: number };
  const write = (children: number[], flag: "w" | "wx") =>
    writeFileSync(file, JSON.stringify({ pid: process.pid, port, token, children }), { mode: 0o600, flag });
  write([], "wx");
  return {
    note: (children) => write(children, "w"),
    release: () => rmSync(file, { force: true }),
  };
}

function read(file: string): LockFile | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as LockFile;
  } catch {
    return undefined;
  }
}

function answers({ port, token }: LockFile): Promise<boolean> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1");
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      heard += chunk;
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(heard === token));
  });
}

/** Children of a killed start notice within seconds that they are alone and end; nobody is signalled here. */
async function waitForEnd(pids: number[]): Promise<void> {
  const deadline = Date.now() + 8_000;
  while (pids.some(lives) && Date.now() < deadline) await sleep(100);
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
