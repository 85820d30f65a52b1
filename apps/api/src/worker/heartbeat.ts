import type pg from "pg";

/**
 * Says that these workers live, and takes back the jobs of those that stopped saying so: without it a killed worker's
 * job would wait for four hours.
 */
export async function keepHeartbeat(pool: pg.Pool, ids: string[]): Promise<void> {
  await pool.query(
    `insert into platform.workers (id) select unnest($1::text[])
     on conflict (id) do update set beat_at = now()`,
    [ids],
  );
  await pool.query(
    `select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
     from graphile_worker._private_jobs
     where locked_at < now() - interval '20 seconds'
       and not exists (select 1 from platform.workers w where w.id = locked_by and w.beat_at > now() - interval '20 seconds')
     having count(*) > 0`,
  );
  await pool.query("delete from platform.workers where beat_at < now() - interval '1 day'");
}
