import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const packages = ["apps/api", "apps/dashboard", "packages/core", "packages/db", "tooling"];

/** A copy of the tree that patches may break. */
export interface Scratch {
  dir: string;
  remove(): void;
}

/**
 * Copies every file of the checkout to a temporary folder and links the installed dependencies, with our own
 * packages pointing into the copy: else a patch in one package would not reach the tests of another.
 */
export function makeScratch(root: string): Scratch {
  const dir = mkdtempSync(join(tmpdir(), "tenantry-mutant-"));
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const path of list.split("\0").filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    cpSync(join(root, path), join(dir, path));
  }
  symlinkSync(join(root, "node_modules"), join(dir, "node_modules"));
  for (const path of packages)
    linkModules(join(root, path, "node_modules"), join(dir, path, "node_modules"), dir);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

function linkModules(from: string, to: string, dir: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name === "@tenantry") linkOwn(join(from, name), join(to, name), dir);
    else symlinkSync(join(from, name), join(to, name));
  }
}

function linkOwn(from: string, to: string, dir: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    const home = packages.find((path) => path.endsWith(`/${name}`));
    if (home) symlinkSync(join(dir, home), join(to, name));
  }
}
