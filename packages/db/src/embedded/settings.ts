import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { isRoot } from "./os-user.ts";

/** What is kept between starts, in `<dir>/postgres.json` with mode 0600. */
export interface Settings {
  password: string;
  /** The port of the last start; another one is taken when somebody else holds it. */
  port?: number;
  /** Set when the data lies outside `dir`, because the database's user cannot enter it. */
  data?: string;
}

/**
 * Reads the settings of `dir`, or makes them on the first start; of two first starts at once one makes them and
 * both use them. Throws when they belong to another user.
 */
export function loadSettings(dir: string): Settings {
  const file = join(dir, "postgres.json");
  try {
    if (!existsSync(file)) place(dir, { password: randomBytes(24).toString("base64url") }, linkSync);
    return JSON.parse(readFileSync(file, "utf8")) as Settings;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EPERM")
      throw new Error(
        `${file} belongs to another user. Start as that user, or remove ${dir} to begin afresh.`,
      );
    throw new Error(`${file} cannot be read (${(error as Error).message}). Remove ${dir} to begin afresh.`);
  }
}

/** Writes the settings whole or not at all. */
export function writeSettings(dir: string, settings: Settings): void {
  place(dir, settings, renameSync);
}

/** As root the file goes to the owner of `dir`, who may start next. A link, unlike a rename, replaces nothing. */
function place(dir: string, settings: Settings, into: typeof linkSync | typeof renameSync): void {
  const draft = join(dir, `postgres.json.${process.pid}`);
  writeFileSync(draft, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  if (isRoot()) {
    const { uid, gid } = statSync(dir);
    chownSync(draft, uid, gid);
  }
  try {
    into(draft, join(dir, "postgres.json"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
