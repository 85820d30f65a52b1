/** Every job by name, with what it carries. The agency is stamped by `app.enqueue` and arrives as `agencyId`. */
export interface Jobs {
  "mail.send": { mailId: string };
  "usage.fold": Record<string, never>;
  "usage.redrive": Record<string, never>;
  "usage.partitions": Record<string, never>;
}

export type JobName = keyof Jobs;
