import { existsSync } from "node:fs";
import { chmod, cp, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { requireOurs } from "./folders.ts";

/**
 * Copies the package's programs to `target`, readable by everybody, writable by us alone. The copy appears by
 * rename, so it is whole or absent, and two processes may do it at once. Throws when a folder of that name
 * belongs to somebody else.
 */
export async function copyBinaries(
  source: string,
  target: string,
  finish: (folder: string) => void,
): Promise<void> {
  if (!existsSync(target)) {
    const draft = await mkdtemp(`${target}.draft-`);
    try {
      // Static libraries are half of the package and only serve compilers.
      const filter = (path: string) => !path.endsWith(".a");
      await cp(join(source, "native"), join(draft, "native"), {
        recursive: true,
        verbatimSymlinks: true,
        filter,
      });
      finish(draft);
      await openToReaders(draft);
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      if (!existsSync(target)) throw error;
    }
  }
  requireOurs(target);
}

async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToReaders(path);
    else if (entry.isFile()) await chmod(path, 0o755);
  }
}
