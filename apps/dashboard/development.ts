import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { createServer as createVite } from "vite";

const buildModule = "virtual:react-router/server-build";

/** Pages and API through Vite: a changed file is there on the next request, in one module graph as in production. */
export async function startDevelopment(docsScript: string): Promise<void> {
  const vite = await createVite({
    root: fileURLToPath(new URL(".", import.meta.url)),
    server: { middlewareMode: true },
    appType: "custom",
  });
  const load = () => vite.ssrLoadModule(buildModule);
  const first = await load();
  const { readSettings, openApp, stopOnSignals } = first.entry.module.parts;
  const settings = readSettings("web", process.env);
  const app = openApp(settings);
  const listener = getRequestListener(async (request, env) => {
    const build = await load();
    const web = build.entry.module.parts.webOf(app, { build, mode: "development", docsScript });
    return web.fetch(request, env);
  });
  const server = createServer((incoming, outgoing) =>
    vite.middlewares(incoming, outgoing, () => listener(incoming, outgoing)),
  );
  server.listen(settings.port, settings.listen);
  stopOnSignals(server, app);
}
