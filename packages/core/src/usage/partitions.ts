import type pg from "pg";

/** Makes the partitions of the 95 days behind and the 14 ahead that are missing; answers how many. Worker role only. */
export async function ensurePartitions(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ made: number }>("select app.ensure_usage_partitions() as made");
  return rows[0]!.made;
}
