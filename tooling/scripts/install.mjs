import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow, fingerprint } from "./fingerprint.mjs";
import { pnpm } from "./pnpm.mjs";
import { giveUp, step } from "./progress.mjs";
import { root } from "./root.mjs";

const stamp = join(root, "node_modules", ".tenantry-installed");

/**
 * Installs the dependencies when the lockfile or a package.json changed since the last time, else does nothing.
 * Ends the process with a sentence on an old Node or when the installation fails.
 */
export function ensureInstalled() {
  requireNode();
  const manifests = filesBelow(["apps", "packages", "tooling"], (path) => /\/package\.json$/.test(path));
  const wanted = fingerprint(["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted && manifests.every(hasModules)) return;
  step("Installing the dependencies (half a minute the first time) ...");
  if (!pnpm(["install", "--frozen-lockfile"]))
    giveUp("The dependencies could not be installed; the lines above say why. Is the network reachable?");
  writeFileSync(stamp, wanted);
  step("The dependencies are installed.");
}

/** Somebody may have removed one package's folder to make room. */
function hasModules(manifest) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, manifest), "utf8"));
  return !(dependencies ?? devDependencies) || existsSync(join(root, dirname(manifest), "node_modules"));
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp(`Tenantry needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`);
}
