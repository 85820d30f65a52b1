import { openPool } from "@tenantry/db";
import { type TestDatabase, testDatabase } from "@tenantry/db/testing";

/** A migrated database with pools as the web and worker processes have them, and the superuser's eyes. */
export async function usageDatabase() {
  const database: TestDatabase = await testDatabase();
  const open = (url: string) => openPool({ url, max: 8, onConnectionError: () => {} });
  const admin = open(database.adminUrl);
  const web = open(database.webUrl);
  const worker = open(database.workerUrl);
  const close = async () => {
    await Promise.all([web.end(), worker.end(), admin.end()]);
    await database.drop();
  };
  return { web, worker, admin, close };
}
export type UsageDatabase = Awaited<ReturnType<typeof usageDatabase>>;
