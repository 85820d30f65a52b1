import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow, fingerprint } from "./fingerprint.mjs";
import { pnpm } from "./pnpm.mjs";
import { giveUp, step } from "./progress.mjs";
import { root } from "./root.mjs";

const stamp = join(root, "node_modules", ".tenantry-built");
const isSource = (path) => !/\.test\.tsx?$|\.(md|log)$/.test(path);

/**
 * Builds the workspace when a source changed since the last build or its output is gone, else does nothing.
 * Ends the process with a sentence when the build fails.
 */
export function ensureBuilt() {
  const files = ["package.json", "pnpm-lock.yaml", "turbo.json"];
  const sources = fingerprint([
    ...files,
    ...filesBelow(["apps", "packages", "tooling/typescript"], isSource),
  ]);
  if (isBuilt(sources)) return;
  step("Building ...");
  if (!pnpm(["exec", "turbo", "run", "build", "--output-logs=errors-only"]))
    giveUp("The build failed; the lines above say why.");
  writeFileSync(stamp, JSON.stringify({ sources, outputs: outputs() }));
  step("Built.");
}

function isBuilt(sources) {
  if (!existsSync(stamp)) return false;
  const last = JSON.parse(readFileSync(stamp, "utf8"));
  return last.sources === sources && last.outputs.every((path) => existsSync(join(root, path)));
}

/** The folders a build makes, as turbo.json names them. */
function outputs() {
  return ["apps", "packages"]
    .flatMap((kind) => readdirSync(join(root, kind)).map((name) => `${kind}/${name}`))
    .flatMap((path) => [`${path}/build`, `${path}/dist`])
    .filter((path) => existsSync(join(root, path)));
}
