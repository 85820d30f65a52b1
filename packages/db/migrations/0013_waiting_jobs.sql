-- Jobs wait in a plain table until a worker takes them into the queue. Queueing itself announces every job (NOTIFY),
-- and PostgreSQL lets transactions that announce commit only one after the other, disk write included; a plain insert
-- costs a twelfth and lets them commit together (docs/decisions/011-waiting-jobs.md).
create table platform.waiting_jobs (
  queued_at timestamptz not null default clock_timestamp(),
  id uuid not null default gen_random_uuid(),
  name text not null,
  payload jsonb not null,
  key text,
  primary key (queued_at, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
grant select, insert, update, delete on platform.waiting_jobs to tn_worker;

create or replace function app.enqueue(job_name text, payload jsonb, key text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into platform.waiting_jobs (name, payload, key)
  values (job_name, payload || jsonb_build_object('agencyId', app.agency_id()), app.agency_id()::text || ':' || key);
end
$$;

-- Ten connections write at once: with sixteen rows two of them met on one nearly every other time.
alter table reseller_counts drop constraint reseller_counts_shard_check;
alter table reseller_counts add constraint reseller_counts_shard_check check (shard between 0 and 127);
