import type { Tx } from "@tenantry/db";
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
  await tx.named("enqueue", "select app.enqueue($1, $2, $3)", [name, JSON.stringify(payload), key ?? null]);
}
