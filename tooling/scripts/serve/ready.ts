import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 60_000;

/** Resolves when `GET /api/readyz` answers 200 on the operator's host; throws a sentence after a minute. */
export async function untilReady(port: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let last = "no answer";
  while (Date.now() < deadline) {
    const status = await ask(port);
    if (status === 200) return;
    last = status ? `status ${status}` : "no answer";
    await sleep(50);
  }
  throw new Error(`The web process did not become ready within a minute (${last} on port ${port}).`);
}

/** By node:http, because Node does not resolve *.localhost and fetch does not send a Host of our choice. */
function ask(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const options = { port, host: "127.0.0.1", path: "/api/readyz", timeout: 2_000, agent: false };
    const call = request({ ...options, headers: { host: `operator.localhost:${port}` } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    call.on("timeout", () => call.destroy());
    call.on("error", () => resolve(undefined));
    call.end();
  });
}
