import { createRequire } from "node:module";
import { serve } from "@hono/node-server";
import { createWeb } from "./app.ts";
import { readSettings } from "./config.ts";
import { openApp } from "./open-app.ts";
import { stopOnSignals } from "./stop.ts";

/** The API alone, without pages. */
const settings = readSettings("web", process.env);
const app = openApp(settings, settings.databaseUrl);
const docsScript = createRequire(import.meta.url).resolve("@scalar/api-reference/dist/browser/standalone.js");
const server = serve({
  fetch: createWeb(app, { docsScript }).fetch,
  port: settings.port,
  hostname: settings.listen,
});
stopOnSignals(server, app);
