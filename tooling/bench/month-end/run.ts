import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Market } from "./market.ts";
import { startWorker, type Worker } from "./worker.ts";

const lookEvery = 200;

export interface Servers {
  admin: pg.Pool;
  workerUrl: string;
  secret: string;
}

/** A worker that has come so far, and still runs. */
export interface Run {
  worker: Worker;
  /** Subscriptions in the new period when it was looked at last. */
  done: number;
  /** The most memory it had until each of the counts that were asked for, in MiB. */
  peaks: number[];
}

/** Runs the worker until so many subscriptions have come to the period that begins on `from`, and at earlier counts says how much memory it took. */
export async function runUntil(
  { admin, workerUrl, secret }: Servers,
  { agencyId }: Market,
  from: string,
  counts: number[],
): Promise<Run> {
  const worker = startWorker(workerUrl, secret);
  const peaks: number[] = [];
  let done = 0;
  let peak = 0;
  for (const wanted of counts) {
    for (; done < wanted; done = await carriedOn(admin, agencyId, from)) {
      await sleep(lookEvery);
      peak = Math.max(peak, worker.memory());
    }
    peaks.push(peak);
  }
  return { worker, done, peaks };
}

/** How many subscriptions are in the period that begins on a day. */
async function carriedOn(admin: pg.Pool, agencyId: string, from: string): Promise<number> {
  const { rows } = await admin.query<{ done: number }>(
    "select count(*)::int as done from subscriptions where agency_id = $1 and period_from = $2",
    [agencyId, from],
  );
  return rows[0]!.done;
}

/** Milliseconds a subscription took, by when the transactions of the rows began. */
export async function timeEach(admin: pg.Pool, agencyId: string): Promise<number> {
  const { rows } = await admin.query<{ ms: number }>(
    `select 1000 * extract(epoch from max(updated_at) - min(updated_at))::float8 / (count(*) - 1) as ms
     from subscriptions where agency_id = $1`,
    [agencyId],
  );
  return rows[0]!.ms;
}
