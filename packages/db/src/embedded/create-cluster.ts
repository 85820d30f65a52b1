import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { DataFolder } from "./data-folder.ts";
import { processName } from "./process-name.ts";
import { run } from "./run.ts";

/**
 * Makes the database cluster: superuser `tenantry`, UTF-8, locale independent of the machine.
 * It is built beside its place and moved there when whole, because an initdb killed half-way leaves a folder
 * that looks like a database. Throws with initdb's words when it fails.
 */
export async function createCluster(
  bin: string,
  { data, user }: DataFolder,
  password: string,
): Promise<void> {
  await removeDrafts(data);
  const draft = `${data}.draft-${process.pid}`;
  const passwordFile = `${data}.password-${process.pid}`;
  mkdirSync(draft, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, password, { mode: 0o600, flag: "wx" });
    if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
    const { code, output } = await run(user, join(bin, "initdb"), [
      ...["-D", draft, "-U", "tenantry", "--auth=scram-sha-256", `--pwfile=${passwordFile}`],
      ...["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      ...["--no-sync", "--no-instructions"],
    ]);
    if (code !== 0) throw new Error(`The database could not be created: ${output}`);
    moveIntoPlace(draft, data);
  } finally {
    for (const path of [draft, passwordFile]) rmSync(path, { recursive: true, force: true });
  }
}

/** Of two first starts at once the later one finds the place taken, by a cluster with the same password. */
function moveIntoPlace(draft: string, data: string): void {
  try {
    renameSync(draft, data);
  } catch (error) {
    if (!existsSync(join(data, "PG_VERSION"))) throw error;
  }
}

/** Removes what initdbs left that were killed; the process id in the name tells which still work. */
async function removeDrafts(data: string): Promise<void> {
  const parent = dirname(data);
  for (const name of readdirSync(parent)) {
    const [, rest, pid] = /^(.+)\.(?:draft|password)-(\d+)$/.exec(name) ?? [];
    const living = pid && Number(pid) !== process.pid && (await processName(Number(pid))) !== undefined;
    if (rest === basename(data) && !living) rmSync(join(parent, name), { recursive: true, force: true });
  }
}
