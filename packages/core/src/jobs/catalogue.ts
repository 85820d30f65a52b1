import type { Rule } from "../features/rule.ts";

/** Every job by name, with what it carries. The agency is stamped by `app.enqueue` and arrives as `agencyId`. */
export interface Jobs {
  "mail.send": { mailId: string };
  /** `userId` is nobody's where the address was. */
  "password.forgot": { userId: string; mailId: string; requestId: string };
  "bulk-run.carry-out": { runId: string };
  /** In the name of who asked for it, who need not be who took the file in. */
  "reseller-import.carry-out": { importId: string; userId: string };
  /** Of a rule that was changed from `before` to `after`; `from` is the last reseller told of. */
  "feature.announce": { featureId: string; before: Rule; after: Rule; at: string; from: string | null };
  "usage.fold": Record<string, never>;
  "usage.redrive": Record<string, never>;
  "usage.partitions": Record<string, never>;
}

export type JobName = keyof Jobs;
