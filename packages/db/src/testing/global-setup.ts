import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "../embedded/index.ts";
import type { TestServer } from "./server.ts";
import { makeTemplate } from "./template.ts";

/** Starts one throw-away server for the whole run, with one migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(roomyFolder(), "tenantry-test-"));
  // As root the server runs as another user, who has to walk through this folder.
  chmodSync(dir, 0o755);
  const server = await startEmbedded({ dir, durable: false });
  const facts: TestServer = {
    adminUrl: server.adminUrl,
    logins: { web: password(), worker: password() },
  };
  try {
    await makeTemplate(server, facts.logins);
  } catch (error) {
    facts.failure = (error as Error).stack;
    console.error(`The migrations failed, so every test with a database fails: ${facts.failure}`);
  }
  project.provide("tenantryServer", facts);
  return async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}

const password = () => randomBytes(18).toString("base64url");

/** Memory when there is enough of it: containers often have a /dev/shm of 64 MB only. */
function roomyFolder(): string {
  try {
    const { bavail, bsize } = statfsSync("/dev/shm");
    return bavail * bsize > 2 * 1024 ** 3 ? "/dev/shm" : tmpdir();
  } catch {
    return tmpdir();
  }
}
