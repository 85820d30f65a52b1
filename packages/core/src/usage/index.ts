export { usageDays } from "./days.ts";
export { usageDaysCsv } from "./days-csv.ts";
export { foldUsage } from "./fold.ts";
export { ingestUsage } from "./ingest.ts";
export { usageJobs } from "./jobs.ts";
export { usageOverview } from "./overview.ts";
export { usageQuarantine } from "./quarantine.ts";
export { usageBatch, usageBody, usageEvent } from "./schemas.ts";
export { foldWaiting } from "./waiting.ts";
