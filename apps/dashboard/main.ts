import { fileURLToPath } from "node:url";
import { docsScriptFile } from "@tenantry/api/docs/script-file";

/** Starts the web process on the built pages, or with `NODE_ENV=development` on a server that rebuilds as files change. */
const docsScript = docsScriptFile(fileURLToPath(new URL("../api/src/main.ts", import.meta.url)));

if (process.env.NODE_ENV === "development") {
  const { startDevelopment } = await import("./development.ts");
  await startDevelopment(docsScript);
} else {
  const build = await import(new URL("./build/server/index.js", import.meta.url).href);
  build.entry.module.startWeb({
    environment: process.env,
    build,
    mode: "production",
    clientFolder: fileURLToPath(new URL("./build/client", import.meta.url)),
    docsScript,
  });
}
