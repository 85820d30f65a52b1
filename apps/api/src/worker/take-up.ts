import type pg from "pg";

/** Jobs taken up in one turn. */
const most = 500;

/**
 * Takes jobs that wait since their transaction committed (`app.enqueue`) into the queue, oldest first; answers how
 * many. In one statement: a job is in one place or the other, never in both or in none. Those under one key become one.
 */
export async function takeUpJobs(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ taken: number }>(
    `with taken as (
       delete from platform.waiting_jobs where (queued_at, id) in (
         select queued_at, id from platform.waiting_jobs order by queued_at, id limit ${most} for update skip locked)
       returning name, payload, key)
     select count(graphile_worker.add_job(name, payload::json, job_key => key, max_attempts => 12))::integer as taken
     from taken`,
  );
  return rows[0]!.taken;
}
