import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";

export interface Running {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a server file as a process of its own and waits until it answers on its port. */
export async function start(file: string, env: Record<string, string>, port?: number): Promise<Running> {
  const child = spawn(process.execPath, ["--import", "tsx", file], {
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const answering = port ?? (await firstLine(child));
  const deadline = performance.now() + 20_000;
  while (!(await answers(answering))) {
    if (performance.now() > deadline) throw new Error(`${file} does not answer on port ${answering}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    port: answering,
    pid: child.pid!,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function firstLine(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stdout!.once("data", (data) => resolve(Number(String(data).trim())));
    child.once("exit", (code) => reject(new Error(`The process ended with exit code ${code}`)));
  });
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/api/livez`).then(
    () => true,
    () => false,
  );
}
