import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const made = new Set(["node_modules", "build", "dist", ".turbo", ".react-router", ".git"]);

/** Every file below the given files and folders (relative to the root) that `wanted` takes, sorted. */
export function filesBelow(paths, wanted) {
  return paths.flatMap((path) => {
    const full = join(root, path);
    if (!existsSync(full)) return [];
    if (!statSync(full).isDirectory()) return wanted(path) ? [path] : [];
    const names = readdirSync(full).filter((name) => !made.has(name));
    return filesBelow(
      names.sort().map((name) => `${path}/${name}`),
      wanted,
    );
  });
}

/** A hash over the names and contents of the files, and over the machine they were prepared for. */
export function fingerprint(files) {
  const hash = createHash("sha256");
  hash.update(`${process.platform} ${process.arch} ${process.versions.modules}\n`);
  for (const file of files) {
    hash.update(`${file}\n`);
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}
