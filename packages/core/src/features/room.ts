import { sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { mostFeatures } from "./own.ts";

/** Throws `too_many_features` where the agency can have no further live feature. Whoever else asks waits. */
export async function requireRoom({ tx, ctx }: Run): Promise<void> {
  const { agencyId } = ctx.tenant;
  await tx.named("feature_room", lockSql, [agencyId]);
  const { rows } = await tx.execute<{ live: number }>(sql`
    select count(*)::int as live from features where agency_id = ${agencyId} and archived_at is null`);
  if (rows[0]!.live >= mostFeatures)
    throw new AppError("too_many_features", { params: { maximum: mostFeatures } });
}

const lockSql = "select pg_advisory_xact_lock(hashtextextended('features ' || $1, 0))";
