import { chmodSync, existsSync, lstatSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { OsUser } from "./os-user.ts";
import { run } from "./run.ts";

/**
 * Makes a folder and its missing parents, each 0755 whatever the umask is: the database's user must be able to
 * walk through them. Folders that exist keep their mode.
 */
export function makeWalkable(folder: string): void {
  if (existsSync(folder)) return;
  makeWalkable(dirname(folder));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

/** Whether `user` can enter the folder. Asked of the kernel, so that ACLs and mounts count too. */
export async function canEnter(user: OsUser | undefined, folder: string): Promise<boolean> {
  if (!user) return true;
  const { code } = await run(user, "/bin/sh", ["-c", 'cd "$1"', "sh", folder]);
  return code === 0;
}

/**
 * Throws unless the folder is a real folder of ours that nobody else can write: what lies in it is executed,
 * so another local user must not have been able to put it there.
 */
export function requireOurs(folder: string): void {
  if (process.platform === "win32") return;
  const { uid, mode } = lstatSync(folder);
  if (lstatSync(folder).isDirectory() && uid === process.getuid?.() && (mode & 0o022) === 0) return;
  throw new Error(`${folder} belongs to, or can be written by, another user. Remove it and start again.`);
}

/** Where root keeps what the database's user must reach when the checkout lies in a private home. */
export function shelter(): string {
  const folder = "/var/lib/tenantry";
  makeWalkable(folder);
  requireOurs(folder);
  return folder;
}
