import { randomInt } from "node:crypto";
import { dayOf } from "../kernel/clock.ts";
import type { Run } from "../kernel/verb.ts";

/** Rows over which an agency's number of active resellers, and each day's change of it, is spread. */
const countShards = 128;

/**
 * Where a change of the number is written: a random shard, so that writers seldom wait for each other, and the day.
 * Writers beneath an upline wait for its delegation anyway.
 */
export function countPlace({ now, tenant }: Run["ctx"], uplineId: string): { shard: number; day: string } {
  const shard = uplineId === tenant.agencyId ? randomInt(countShards) : 0;
  return { shard, day: dayOf(now, tenant.billingZone) };
}

/** Adds to the number of active resellers of an upline (the agency's root for its own), and to the day's change of it. */
export async function countActive({ tx, ctx }: Run, uplineId: string, change: 1 | -1): Promise<void> {
  const { shard, day } = countPlace(ctx, uplineId);
  await tx.named("count_active", countSql, [ctx.tenant.agencyId, shard, day, change, uplineId]);
}

// In the order in which insert.ts has them: two writers who meet on a shard wait for one another, never both ways.
const countSql = `
  with counted as (
    insert into reseller_counts as c (agency_id, distributor_id, shard, active) values ($1, $5, $2, $4)
    on conflict (agency_id, distributor_id, shard) do update set active = c.active + excluded.active
  ), dated as (
    insert into reseller_days as d (agency_id, day, distributor_id, shard, change) values ($1, $3, $5, $2, $4)
    on conflict (agency_id, day, distributor_id, shard) do update set change = d.change + excluded.change
  )
  select`;
