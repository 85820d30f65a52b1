import { randomBytes } from "node:crypto";
import { chownSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
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

/** Reads the settings of `dir`; a fresh password when there are none. Throws when they belong to another user. */
export function readSettings(dir: string): Settings {
  const file = join(dir, "postgres.json");
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Settings;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return { password: randomBytes(24).toString("base64url") };
    if (code === "EACCES" || code === "EPERM")
      throw new Error(
        `${file} belongs to another user. Start as that user, or remove ${dir} to begin afresh.`,
      );
    throw new Error(`${file} cannot be read (${(error as Error).message}). Remove ${dir} to begin afresh.`);
  }
}

/** Writes the settings whole or not at all. As root the file goes to the owner of `dir`, who may start next. */
export function writeSettings(dir: string, settings: Settings): void {
  const draft = join(dir, `postgres.json.${process.pid}`);
  writeFileSync(draft, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  if (isRoot()) {
    const { uid, gid } = statSync(dir);
    chownSync(draft, uid, gid);
  }
  renameSync(draft, join(dir, "postgres.json"));
}
