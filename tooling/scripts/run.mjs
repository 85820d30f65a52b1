import { ensureInstalled } from "./install.mjs";
import { giveUp } from "./progress.mjs";
import { runTypeScript } from "./run-typescript.mjs";

const [file, ...args] = process.argv.slice(2);
if (!file) giveUp("Usage: node tooling/scripts/run.mjs <file.ts> [arguments]");
ensureInstalled();
runTypeScript(file, args);
