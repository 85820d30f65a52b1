import { ensureDatabase, requireVersion, startEmbedded } from "@tenantry/db/embedded";

export interface Database {
  adminUrl: string;
  /** What a person should know about where the data lies. */
  description: string;
  /** Stops the embedded server; a server of DATABASE_URL is left alone. */
  stop(): Promise<void>;
}

/** The server of DATABASE_URL when there is one, else the embedded one over `dir`. Throws a sentence. */
export async function openDatabase(dir: string, databaseUrl: string | undefined): Promise<Database> {
  if (databaseUrl) {
    await requireVersion(databaseUrl);
    return { adminUrl: databaseUrl, description: "the server of DATABASE_URL", stop: async () => undefined };
  }
  const server = await startEmbedded({ dir });
  await ensureDatabase(server.adminUrl, "tenantry");
  const description = `embedded PostgreSQL on port ${server.port}${server.reused ? " (was running)" : ""}`;
  return { adminUrl: server.url("tenantry"), description, stop: server.stop };
}

/** The same database for another role. */
export function addressFor(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  return url.href;
}
