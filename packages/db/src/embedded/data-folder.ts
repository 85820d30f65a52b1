import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { canEnter, shelter } from "./folders.ts";
import { databaseUser, isRoot, type OsUser } from "./os-user.ts";
import type { Settings } from "./settings.ts";

/** Where the data lies and which user (undefined = ourselves) runs the database over it. */
export interface DataFolder {
  data: string;
  user: OsUser | undefined;
}

/**
 * The data folder of `dir`: the one in use, or the place of a new one, which is `<dir>/postgres` unless the
 * database's user cannot enter `dir` (root under a private home).
 * Throws when an existing folder cannot be reached by the user that must run it.
 */
export async function dataFolder(dir: string, settings: Settings): Promise<DataFolder> {
  const data = settings.data ?? join(dir, "postgres");
  const user = existsSync(data) ? await ownerOf(data) : await databaseUser();
  if (await canEnter(user, dirname(data))) return { data, user };
  if (existsSync(data))
    throw new Error(
      `The user ${user?.name} cannot enter ${dirname(data)}, where the database lies. ` +
        `Let it pass ("chmod o+x" on that folder and its parents), or remove ${dir} to begin afresh.`,
    );
  // Named after the secret, not after `dir`: who removes `dir` gets a new database, not one he has no password for.
  const name = createHash("sha256").update(settings.password).digest("hex").slice(0, 12);
  return { data: join(shelter(), `data-${name}`), user };
}

/** Throws unless the folder was made by the same major version of PostgreSQL. */
export function requireMajor(dir: string, data: string, major: string): void {
  const found = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (found === major) return;
  throw new Error(
    `The data in ${data} was made by PostgreSQL ${found}, and this version of Tenantry brings ${major}. ` +
      `To keep it: start the Tenantry that made it, dump it with pg_dump and restore it here, or set DATABASE_URL to a PostgreSQL ${found} server over it if that is 17 or newer. ` +
      `To begin afresh: remove ${dir}.`,
  );
}

/** As root the owner of the data runs it, so that root may start what an ordinary user made. */
async function ownerOf(data: string): Promise<OsUser | undefined> {
  const { uid, gid } = statSync(data);
  const self = await databaseUser();
  if (isRoot()) return uid === 0 ? self : { name: uid === self?.uid ? self.name : `uid ${uid}`, uid, gid };
  if (uid === process.getuid?.() || process.platform === "win32") return undefined;
  throw new Error(`${data} belongs to another user. Start as that user, or remove it to begin afresh.`);
}
