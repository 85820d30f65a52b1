import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { answersFrom, databaseUrl } from "./connection.ts";
import type { DataFolder } from "./data-folder.ts";
import { freePort, isFree } from "./port.ts";
import { disownPidFile, holder } from "./postmaster.ts";
import { run } from "./run.ts";

interface StartServer {
  bin: string;
  folder: DataFolder;
  password: string;
  durable: boolean;
  port?: number;
  lastPort?: number;
}

/** After a crash old backends may hold the memory for seconds, and an orphan may still be recovering. */
const PATIENCE_MS = 30_000;

/**
 * Starts PostgreSQL over the folder, or takes over the one that runs there already.
 * Throws with the end of the server's log when neither worked within half a minute.
 */
export async function startServer(options: StartServer): Promise<{ port: number; reused: boolean }> {
  const { data } = options.folder;
  const deadline = Date.now() + PATIENCE_MS;
  let reason = "";
  do {
    const found = await holder(data);
    if (found.state === "running") {
      if (await answersFrom(databaseUrl(found.port, options.password, "postgres"), data))
        return { port: found.port, reused: true };
      reason = `process ${found.pid} holds ${data} and does not answer with our password`;
    } else {
      if (found.state === "stale") disownPidFile(data);
      const port = await choosePort(options);
      if (port === undefined) reason = `port ${options.port} is taken`;
      else {
        const { code, output } = await launch(options, port);
        if (code === 0) return { port, reused: false };
        reason = `${output}\n${lastLines(join(data, "server.log"))}`;
      }
    }
    await sleep(250);
  } while (Date.now() < deadline);
  throw new Error(`The embedded PostgreSQL does not start: ${reason}`);
}

async function choosePort({ port, lastPort }: StartServer): Promise<number | undefined> {
  if (port !== undefined) return (await isFree(port)) ? port : undefined;
  return lastPort !== undefined && (await isFree(lastPort)) ? lastPort : freePort();
}

/**
 * For tests: nothing has to outlive the server, and no worker is started for a statement. Those that look whether
 * anything was written go through every partition, with rows that make it seem worth workers; starting them takes ten
 * times as long as the whole statement.
 */
const throwAway =
  "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_parallel_workers_per_gather=0";

function launch({ bin, folder, durable }: StartServer, port: number) {
  const log = join(folder.data, "server.log");
  keepPrevious(log);
  const server = [
    `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200`,
    `-c shared_buffers=${durable ? "256MB" : "128MB"}`,
    durable ? "" : throwAway,
  ].join(" ");
  return run(folder.user, join(bin, "pg_ctl"), [
    ...["start", "-D", folder.data, "-w", "-t", "60", "-s", "-l", log, "-o", server],
  ]);
}

/** One log per start and one of the start before: the log never grows without bound. */
function keepPrevious(log: string): void {
  try {
    renameSync(log, `${log}.previous`);
  } catch {
    // The first start has no log yet.
  }
}

function lastLines(file: string): string {
  try {
    return readFileSync(file, "utf8").trim().split("\n").slice(-8).join("\n");
  } catch {
    return "";
  }
}
