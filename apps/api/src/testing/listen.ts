import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { App } from "@tenantry/core/kernel/ctx";
import { createWeb, type Pages } from "../app.ts";
import { docsScriptFile } from "../docs/script-file.ts";

const docsScript = docsScriptFile(import.meta.url);

/** Serves an App on a free port of this machine. */
export async function listen(app: App, pages?: Pages): Promise<{ port: number; close(): Promise<void> }> {
  const server = serve({
    fetch: createWeb(app, { docsScript, pages }).fetch,
    port: 0,
    hostname: "127.0.0.1",
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
