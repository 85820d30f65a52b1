import { userInfo } from "node:os";
import { run } from "./run.ts";

/** The user that a root process hands the database to: PostgreSQL refuses to run as root. */
export interface OsUser {
  name: string;
  uid: number;
  gid: number;
}

/** True when this process is root of a Unix system. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Who runs the database: as root an existing unprivileged user, else undefined = ourselves.
 * Throws when no such user exists or when our own uid has no passwd entry, which initdb cannot live without.
 */
export async function databaseUser(): Promise<OsUser | undefined> {
  if (!isRoot()) {
    requirePasswdEntry();
    return undefined;
  }
  for (const name of ["postgres", "_postgres", "nobody"]) {
    const uid = await run(undefined, "id", ["-u", name]);
    const gid = await run(undefined, "id", ["-g", name]);
    // `| 0` because macOS prints nobody as 4294967294 and setuid takes it as -2.
    if (uid.code === 0 && gid.code === 0)
      return { name, uid: Number(uid.output) | 0, gid: Number(gid.output) | 0 };
  }
  throw new Error(
    "PostgreSQL cannot run as root, and this system has neither a user postgres nor nobody. " +
      "Set DATABASE_URL to a PostgreSQL 17 or newer.",
  );
}

function requirePasswdEntry(): void {
  try {
    userInfo();
  } catch {
    throw new Error(
      `This process runs as uid ${process.getuid?.()}, which has no passwd entry, and PostgreSQL cannot run as such a user. ` +
        "Set DATABASE_URL to a PostgreSQL 17 or newer.",
    );
  }
}
