import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { runTypeScript } from "./run-typescript.mjs";

const args = process.argv.slice(2);
ensureInstalled();
// In development the sources are served as they are.
if (!args.includes("--dev")) ensureBuilt();
runTypeScript("tooling/scripts/serve.ts", args);
