import type { Server } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { docsScriptFile } from "@tenantry/api/docs/script-file";
import type { App } from "@tenantry/core/kernel/ctx";

const dashboard = new URL("../../../apps/dashboard/", import.meta.url);
const docsScript = docsScriptFile(fileURLToPath(new URL("../api/src/main.ts", dashboard)));

/** A route of the pages as the build lists it. */
export interface BuiltRoute {
  id: string;
  parentId?: string;
  path?: string;
  index?: boolean;
  module: {
    default?: unknown;
    loader?: unknown;
    action?: unknown;
    handle?: { public?: boolean; plain?: boolean };
  };
}

interface Build {
  routes: Record<string, BuiltRoute>;
  entry: {
    module: { parts: { webOf(app: App, options: object): Web; serve(options: ServeOptions): Server } };
  };
}

interface ServeOptions {
  fetch: Web["fetch"];
  port: number;
  hostname: string;
}

export interface Web {
  fetch(request: Request, env: object): Response | Promise<Response>;
}

// Loaded by Node itself and not through the test runner, which would transform two megabytes once per suite.
export const build: Build = createRequire(import.meta.url)(
  fileURLToPath(new URL("build/server/index.js", dashboard)),
);

export const { serve } = build.entry.module.parts;

/** Pages and API on an App, from the very files the product runs. */
export function webOf(app: App): Web {
  return build.entry.module.parts.webOf(app, {
    build,
    mode: "production",
    clientFolder: fileURLToPath(new URL("build/client", dashboard)),
    docsScript,
  });
}
