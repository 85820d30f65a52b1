export { ensureDatabase } from "./ensure-database.ts";
export { processName } from "./process-name.ts";
export { requireVersion } from "./require-version.ts";
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from "./start.ts";
