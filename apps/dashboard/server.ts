import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { serve } from "@hono/node-server";
import { createWeb } from "@tenantry/api";
import { readSettings } from "@tenantry/api/config";
import { stopOnSignals } from "@tenantry/api/stop";
import type { App } from "@tenantry/core/kernel/ctx";
import { openApp } from "@tenantry/core/open-app";
import type { ServerBuild } from "react-router";
import { drawPages } from "./app/request/pages.server.ts";

interface Start {
  environment: NodeJS.ProcessEnv;
  build: ServerBuild;
  mode: "production" | "development";
  /** Folder of the built browser files; undefined where a development server hands them out. */
  clientFolder?: string;
  /** The API documentation's script. */
  docsScript: string;
}

/**
 * The web process: one port for pages and API of every tenant. Part of the pages' build, so that both share one module
 * graph: one pool, one registry.
 */
export function startWeb({ environment, docsScript, ...rest }: Start) {
  const settings = readSettings("web", environment);
  const app = openApp(settings);
  const web = webOf(app, { docsScript, ...rest });
  const server = serve({ fetch: web.fetch, port: settings.port, hostname: settings.listen });
  stopOnSignals(server, app);
  return server;
}

/** The web app on an App that is open already; tests start here. */
export function webOf(app: App, { build, mode, clientFolder, docsScript }: Omit<Start, "environment">) {
  const pages = drawPages(app, build, mode);
  return createWeb(app, {
    docsScript,
    pages: { ...pages, assets: (request) => asset(clientFolder, request) },
  });
}

const types: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

/** A file of the build: its name carries its content's hash, so it never changes. */
async function asset(folder: string | undefined, request: Request): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  if (!folder || request.method !== "GET" || !/^\/assets\/[\w.-]+$/.test(pathname)) return undefined;
  const path = normalize(join(folder, pathname));
  const type = types[path.slice(path.lastIndexOf("."))];
  const body = type && path.startsWith(folder) ? await readFile(path).catch(() => undefined) : undefined;
  if (!body || !type) return undefined;
  const headers = {
    "content-type": type,
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  };
  return new Response(new Uint8Array(body), { headers });
}
