import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { step } from "./progress.mjs";
import { root } from "./root.mjs";

const { chromium } = createRequire(join(root, "tooling/package.json"))("playwright-core");

// The one without windows comes first: the journeys take it half the processor time.
const usualPlaces = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The program of a Chromium that runs: TENANTRY_CHROMIUM, one of the system, Playwright's, else one that is
 * installed now. Undefined when there is none to be had.
 */
export function findOrInstallChromium() {
  const chosen = process.env.TENANTRY_CHROMIUM;
  if (chosen) return runs(chosen) ? chosen : undefined;
  return findAfter(find, [installPlaywrights, installDebians]);
}

/** What `find` finds, at once or after the first of the installs that brings it; an install that fails leads to the next. */
export function findAfter(find, installs) {
  let found = find();
  for (const install of installs) {
    if (found) break;
    if (install()) found = find();
  }
  return found;
}

function find() {
  return [...usualPlaces, chromium.executablePath()].find(runs);
}

/** A browser whose libraries are missing exists as a file and does not run. */
function runs(program) {
  // Chrome on Windows opens a window instead of telling its version.
  if (process.platform === "win32") return existsSync(program);
  return spawnSync(program, ["--version"], { timeout: 20_000 }).status === 0;
}

function installPlaywrights() {
  step("No Chromium here; trying Playwright's ...");
  const cli = join(root, "tooling/node_modules/playwright-core/cli.js");
  const options = { stdio: "inherit", timeout: 300_000 };
  return spawnSync(process.execPath, [cli, "install", "chromium"], options).status === 0;
}

function installDebians() {
  const isDebianRoot = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  if (!isDebianRoot) return false;
  step("Trying the system's Chromium package ...");
  const apt = (...args) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    return spawnSync("apt-get", args, { stdio: "inherit", env, timeout: 600_000 }).status === 0;
  };
  const install = (name) => apt("install", "-y", "--no-install-recommends", name);
  return apt("update") && (install("chromium-headless-shell") || install("chromium"));
}
