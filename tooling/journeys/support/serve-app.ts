import type { AddressInfo } from "node:net";
import type { TestApp } from "@tenantry/core/testing";
import { serve, type Web, webOf } from "./build.ts";

/** The product on a database of its own, listening on a free port of this machine. */
export interface Served {
  app: TestApp;
  port: number;
  /** "http://acme.localhost:41234" */
  origin(host: string): string;
  close(): Promise<void>;
}

export async function serveApp(app: TestApp): Promise<Served> {
  let web: Web | undefined;
  const server = serve({
    fetch: (request, env) => web?.fetch(request, env) ?? new Response(null, { status: 503 }),
    port: 0,
    hostname: "127.0.0.1",
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  // Links in mails and pages carry the port people see, so it has to be known before the first of them is made.
  app.config.publicPort = port;
  web = webOf(app);
  return {
    app,
    port,
    origin: (host) => `http://${host}:${port}`,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await app.close();
    },
  };
}
