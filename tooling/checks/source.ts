import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A text file of the repository; the path is relative to the root, with forward slashes. */
export interface Source {
  path: string;
  text: string;
}

const texts = /\.(ts|tsx|mts|mjs|js|css|sql|json|tsv|txt|md|yaml|yml|sh|patch|html)$|^\.ci\/|^\.gitignore$/;

/** Every text file that git tracks or would track, so that a file is checked before it is committed. */
export function readSources(root: string): Source[] {
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return [...new Set(list.split("\0"))]
    .filter((path) => texts.test(path) && existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

export const isCode = ({ path }: Source) => /\.(ts|tsx|mts|mjs)$/.test(path) && !path.endsWith(".d.mts");
export const isTest = ({ path }: Source) => /\.test\.tsx?$/.test(path) || /\/testing\//.test(path);
export const isGenerated = ({ path }: Source) => /\.gen\.ts$/.test(path);
