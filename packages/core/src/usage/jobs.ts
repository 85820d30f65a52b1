import type { App } from "../kernel/ctx.ts";
import { foldUsage } from "./fold.ts";
import { ensurePartitions } from "./partitions.ts";
import { redriveUsage } from "./redrive.ts";

/** What the worker runs for this noun, by job name. */
export const usageJobs = {
  "usage.fold": (app: Pick<App, "pool">, job: { agencyId: string }) => foldUsage(app.pool, job.agencyId),
  "usage.redrive": (app: Pick<App, "pool">, job: { agencyId: string }) =>
    redriveUsage(app.pool, job.agencyId),
  "usage.partitions": (app: Pick<App, "pool">) => ensurePartitions(app.pool),
};
