import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import type { JobName, Jobs } from "./catalogue.ts";

/**
 * Queues a job in this transaction: it runs within milliseconds of the commit, and never when that does not come.
 * Jobs under one `key` that wait at the same time become one.
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: Jobs[N],
  key?: string,
): Promise<void> {
  await tx.execute(sql`select app.enqueue(${name}, ${JSON.stringify(payload)}::jsonb, ${key ?? null})`);
}
