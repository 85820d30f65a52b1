import { mailReset } from "../identity/mail-reset.ts";
import type { TestApp } from "./app.ts";

/** Does what the worker does with the reset links asked for so far; answers what the jobs carried. */
export async function mailResets(app: TestApp): Promise<Parameters<typeof mailReset>[1][]> {
  const { rows } = await app.admin.query(
    "delete from platform.waiting_jobs where name = 'password.forgot' returning payload",
  );
  const jobs = rows.map(({ payload }) => payload);
  for (const job of jobs) await mailReset(app, job);
  return jobs;
}
