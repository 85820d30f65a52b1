import { randomInt } from "node:crypto";
import type { Tx } from "@tenantry/db";
import { resellerCounts } from "@tenantry/db/schema";
import { sql } from "drizzle-orm";

/** Rows over which an agency's number of active resellers is spread. */
export const countShards = 128;

/** Adds to the agency's number of active resellers. On a random shard, so that writers seldom wait for each other. */
export async function countActive(tx: Tx, agencyId: string, change: 1 | -1): Promise<void> {
  await tx
    .insert(resellerCounts)
    .values({ agencyId, shard: randomInt(countShards), active: BigInt(change) })
    .onConflictDoUpdate({
      target: [resellerCounts.agencyId, resellerCounts.shard],
      set: { active: sql`${resellerCounts.active} + ${change}` },
    });
}
