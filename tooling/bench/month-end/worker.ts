import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("../../../apps/api/src/worker.ts", import.meta.url));

/** The product's worker, as a process of its own. */
export interface Worker {
  /** Its memory in MiB; 0 where the system does not tell. */
  memory(): number;
  /** As `kill -9` does it, or as an orderly stop. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

export function startWorker(databaseUrl: string, secret: string): Worker {
  const child = spawn(process.execPath, ["--import", "tsx", file], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", TENANTRY_SECRET: secret, TENANTRY_LOG: "error" },
      TENANTRY_WORKER_DATABASE_URL: databaseUrl,
    },
  });
  return {
    memory: () => {
      if (process.platform !== "linux") return 0;
      const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
      return Number(resident) / 1_024;
    },
    end: async (signal) => {
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
    },
  };
}
