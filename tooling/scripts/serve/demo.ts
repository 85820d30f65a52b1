import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Child, startChild } from "./child.ts";

/** What the seed made, in the words of `.tenantry/demo.json`. */
export interface Demo {
  hosts: { name: string; kind: "operator" | "agency" | "distributor" | "reseller"; origin: string }[];
  signIns: { origin: string; email: string; password: string; role: string }[];
  ingestKeys: { origin: string; key: string }[];
}

/**
 * Runs the seed in a process of its own; its last line on stdout is what it made. `onStart` gets the process, so
 * that it can be stopped. Throws a sentence.
 */
export async function seedDemo(
  root: string,
  env: NodeJS.ProcessEnv,
  onStart: (seed: Child) => void,
): Promise<Demo> {
  let lastLine = "";
  const seed = startChild("seed", join(root, "apps/api/src/cli/seed-demo.ts"), env, (line) => {
    lastLine = line;
  });
  onStart(seed);
  const code = await seed.ended;
  if (code !== 0)
    throw new Error(`The demo could not be seeded (exit code ${code}); its lines above say why.`);
  return JSON.parse(lastLine) as Demo;
}

/** Writes `.tenantry/demo.json` whole, readable by the owner alone: it holds passwords. */
export function writeDemoFile(dir: string, port: number, demo: Demo): void {
  const draft = join(dir, `demo.json.${process.pid}`);
  const { hosts, signIns, ingestKeys } = demo;
  const content = JSON.stringify({ pid: process.pid, port, hosts, signIns, ingestKeys }, null, 2);
  writeFileSync(draft, `${content}\n`, { mode: 0o600 });
  renameSync(draft, join(dir, "demo.json"));
}
