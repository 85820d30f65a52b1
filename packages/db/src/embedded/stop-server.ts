import { join } from "node:path";
import type { DataFolder } from "./data-folder.ts";
import { holder } from "./postmaster.ts";
import { run } from "./run.ts";

/**
 * Stops the server of the folder: sessions are ended, the data is flushed. A server that is dead already is
 * left alone, because pg_ctl would signal whoever has its process id now.
 * Throws when it still runs after both ways to stop it.
 */
export async function stopServer(bin: string, { data, user }: DataFolder): Promise<void> {
  for (const mode of ["fast", "immediate"]) {
    if ((await holder(data)).state !== "running") return;
    await run(user, join(bin, "pg_ctl"), ["stop", "-D", data, "-m", mode, "-w", "-t", "30", "-s"]);
  }
  if ((await holder(data)).state === "running") throw new Error(`The PostgreSQL over ${data} does not stop.`);
}
