import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/**
 * Runs pnpm through npx in the version package.json pins, so that Node and npm are all a machine needs.
 * Its output goes to ours. Returns true when it succeeded.
 */
export function pnpm(args) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  // corepack wants the "+sha512..." behind the version, npx does not take it.
  const [pinned] = packageManager.split("+");
  const { status } = spawnSync("npx", ["-y", pinned, ...args], {
    cwd: root,
    stdio: "inherit",
    // CI keeps pnpm from asking whether it may replace node_modules; nobody is there to answer a script.
    env: { ...process.env, CI: "true", TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1" },
    shell: process.platform === "win32",
  });
  return status === 0;
}
