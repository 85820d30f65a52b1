import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { TestApp } from "@tenantry/core/testing";
import { until } from "@tenantry/db/testing";
import { send } from "./web.ts";

/** A process of the product's own, to be killed. */
export interface Process {
  /** As `kill -9` does it: nothing is said, finished or given back. */
  kill(): Promise<void>;
}

/** A process of TypeScript takes seconds to start, on a busy machine many. */
export const startSeconds = 50;

/** Starts the worker as production does, on a test's database. */
export function startWorker(app: TestApp): Process {
  return start(app, "worker.ts", {});
}

/** Starts the API as production does and waits until it answers. */
export async function startWeb(app: TestApp): Promise<Process & { port: number }> {
  const port = await freePort();
  const child = start(app, "main.ts", { PORT: String(port) });
  const isReady = () => send(port, "localhost", "/api/readyz", {}).then(({ status }) => status === 200);
  await until(() => isReady().catch(() => false), startSeconds);
  return { ...child, port };
}

function start(app: TestApp, file: string, more: NodeJS.ProcessEnv): Process {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", path], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...{ TENANTRY_SECRET: app.config.secret, TENANTRY_DEMO: "1", TENANTRY_LOG: "error" },
      ...{ TENANTRY_WEB_DATABASE_URL: app.webUrl, TENANTRY_WORKER_DATABASE_URL: app.workerUrl },
      ...more,
    },
  });
  return {
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || !address) throw new Error("no port");
  return address.port;
}
