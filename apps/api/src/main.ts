import { serve } from "@hono/node-server";
import { openApp } from "@tenantry/core/open-app";
import { createWeb } from "./app.ts";
import { readSettings } from "./config.ts";
import { docsScriptFile } from "./docs/script-file.ts";
import { stopOnSignals } from "./stop.ts";

/** The API alone, without pages. */
const settings = readSettings("web", process.env);
const app = openApp(settings);
const docsScript = docsScriptFile(import.meta.url);
const server = serve({
  fetch: createWeb(app, { docsScript }).fetch,
  port: settings.port,
  hostname: settings.listen,
});
stopOnSignals(server, app);
