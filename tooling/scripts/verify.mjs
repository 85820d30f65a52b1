import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./install.mjs";
import { step } from "./progress.mjs";
import { root } from "./root.mjs";

ensureInstalled();
const node = (...args) => [process.execPath, args];
const inModules = (path) => join(root, "node_modules", path);

const packages = ["apps", "packages"]
  .flatMap((kind) => readdirSync(join(root, kind)).map((name) => `${kind}/${name}`))
  .concat("tooling")
  .filter((path) => existsSync(join(root, path, "tsconfig.json")));

// Two lanes for two cores; the compiler is the longest job and has one of its own.
const results = await Promise.all([types(), others()]);
const failed = results.flat().filter((passed) => !passed).length;
step(failed === 0 ? "Everything holds." : `${failed} of ${results.flat().length} steps failed.`);
process.exitCode = failed === 0 ? 0 : 1;

async function types() {
  const done = [];
  if (existsSync(join(root, "apps/dashboard/react-router.config.ts"))) {
    const typegen = join(root, "apps/dashboard/node_modules/@react-router/dev/bin.js");
    done.push(await run("types of the routes", node(typegen, "typegen"), "apps/dashboard"));
  }
  // TypeScript 7 checks three times as fast; it is installed under another name and called by its path.
  const tsc = inModules("typescript-native/bin/tsc");
  for (const path of packages) done.push(await run(`types of ${path}`, node(tsc, "-p", path)));
  return done;
}

async function others() {
  const biome = node(inModules("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", ".");
  return [
    await run("format and lint", biome),
    await run("checks", node("--import", import.meta.resolve("tsx"), "tooling/checks/checks.ts")),
  ];
}

/** Runs one step and shows what it said when it failed, or when it says which parts of it held. */
function run(name, [program, args], cwd = ".") {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: join(root, cwd), stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => {
      step(`${code === 0 ? "ok   " : "FAIL "} ${name}`);
      if (code !== 0 || name === "checks") console.log(output.trimEnd().replace(/^/gm, "          "));
      resolve(code === 0);
    });
  });
}
