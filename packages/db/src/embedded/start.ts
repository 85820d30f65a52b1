import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { binaries } from "./binaries.ts";
import { databaseUrl } from "./connection.ts";
import { createCluster } from "./create-cluster.ts";
import { dataFolder, requireMajor } from "./data-folder.ts";
import { makeWalkable } from "./folders.ts";
import { loadSettings, writeSettings } from "./settings.ts";
import { startServer } from "./start-server.ts";
import { stopServer } from "./stop-server.ts";

export interface EmbeddedOptions {
  /** Keeps the data, the password and the port between starts. */
  dir: string;
  /** A port that must be used; else the last one, else any free one. */
  port?: number;
  /** false for tests: nothing is flushed to disk, a crash of the machine loses the data. Default true. */
  durable?: boolean;
}

export interface EmbeddedServer {
  /** The superuser's address of the database `postgres`. */
  adminUrl: string;
  /** The superuser's address of another database. */
  url(database: string): string;
  port: number;
  /** true when the server was running already: started by another process, or left by one that was killed. */
  reused: boolean;
  /** Stops the server, also one that was reused; returns at once when it is dead already. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with Tenantry over the data in `dir`, making both on the first call.
 * Safe to call after any kind of crash. Throws a sentence that says what to do when it cannot run here.
 */
export async function startEmbedded({ dir, port, durable = true }: EmbeddedOptions): Promise<EmbeddedServer> {
  const home = resolve(dir);
  makeWalkable(home);
  const settings = loadSettings(home);
  const folder = await dataFolder(home, settings);
  const { bin, major } = await binaries(home, folder.user);

  if (existsSync(folder.data)) {
    requireMajor(home, folder.data, major);
  } else {
    if (folder.data !== join(home, "postgres")) {
      settings.data = folder.data;
      writeSettings(home, settings);
    }
    await createCluster(bin, folder, settings.password);
  }

  const { password } = settings;
  const started = await startServer({ bin, folder, password, durable, port, lastPort: settings.port });
  if (started.port !== settings.port) writeSettings(home, { ...settings, port: started.port });
  return {
    adminUrl: databaseUrl(started.port, password, "postgres"),
    url: (database) => databaseUrl(started.port, password, database),
    port: started.port,
    reused: started.reused,
    stop: () => stopServer(bin, folder),
  };
}
