import type pg from "pg";
import { eachAgency } from "../kernel/each-agency.ts";
import { foldUsage } from "./fold.ts";

/**
 * One round of the worker: folds every agency that has deltas waiting. Called about once a second, because deltas are
 * their own queue: a job per event would make the writers of one agency commit one after the other. Answers how many
 * deltas were folded. One agency's failure does not hold up the others; it is thrown (AggregateError) at the end.
 */
export async function foldWaiting(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ agency: string }>("select app.usage_waiting() as agency");
  return eachAgency(rows, "Usage of some agencies could not be folded", ({ agency }) =>
    foldUsage(pool, agency),
  );
}
