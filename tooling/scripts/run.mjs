import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { giveUp } from "./progress.mjs";
import { root } from "./root.mjs";
import { runTypeScript } from "./run-typescript.mjs";

const [file, ...args] = process.argv.slice(2);
if (!file) giveUp("Usage: node tooling/scripts/run.mjs <file.ts> [arguments]");
ensureInstalled();
// The command lines work on the installation that npm start keeps; what is set already wins.
if (file.startsWith("apps/api/src/cli/")) {
  const kept = join(root, ".tenantry", "environment.json");
  if (existsSync(kept))
    Object.assign(process.env, { ...JSON.parse(readFileSync(kept, "utf8")), ...process.env });
}
runTypeScript(file, args);
