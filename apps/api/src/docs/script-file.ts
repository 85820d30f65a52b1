import { createRequire } from "node:module";
import { join } from "node:path";

/** Where the documentation reader's script lies on disk. Its package exports no path to it, so its root is found first. */
export function docsScriptFile(from: string): string {
  const entry = createRequire(from).resolve("@scalar/api-reference");
  const root = entry.slice(0, entry.lastIndexOf(join("api-reference", "dist")) + "api-reference".length);
  return join(root, "dist", "browser", "standalone.js");
}
