-- What happened, told once, in the transaction that did it. Insert only: nobody has UPDATE or DELETE.
create table audit_entries (
  agency_id uuid not null references agencies (agency_id),
  id uuid not null,
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('user', 'key', 'operator', 'job', 'anonymous')),
  actor_id text not null,
  action text not null,
  object_kind text not null,
  object_id text not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  before jsonb,
  after jsonb,
  request_id text not null,
  host text,
  ip text,
  primary key (agency_id, id)
);
create index audit_entries_by_object on audit_entries (agency_id, object_id, id);
select app.protect('audit_entries', 'agency', 'distributor', 'reseller');
grant select, insert on audit_entries to tn_agency, tn_distributor, tn_reseller;
grant insert on audit_entries to tn_definer;

-- Mails to send and sent. Bodies are kept only in demo mode; links are minted by the worker while it renders.
create table mails (
  agency_id uuid not null references agencies (agency_id),
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  kind text not null check (kind in ('invitation', 'password_reset', 'password_changed')),
  subject_id uuid not null,
  recipient text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  -- The tenant's name, as the mail carries it; known once it is rendered.
  sender text,
  subject text,
  html text,
  text text,
  provider_id text,
  failure text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, account_id) references accounts (agency_id, id),
  foreign key (agency_id, user_id) references users (agency_id, id)
);
create index mails_by_subject on mails (agency_id, subject_id, created_at);
create index mails_by_time on mails (created_at, id);
select app.protect('mails', 'agency', 'distributor', 'reseller');
grant select, insert, update (state, sender, subject, html, text, provider_id, failure, sent_at) on mails to tn_agency, tn_distributor, tn_reseller;
grant select, insert on mails to tn_definer;

-- A worker that stops beating is dead; its jobs are taken back.
create table platform.workers (
  id text primary key,
  beat_at timestamptz not null default now()
);
grant usage on schema platform, graphile_worker to tn_worker;
grant select, insert, update, delete on platform.workers to tn_worker;

-- The only way to queue work: stamps the agency of the transaction, so a job cannot forget its tenant.
create function app.enqueue(job_name text, payload jsonb, key text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform graphile_worker.add_job(job_name,
    (payload || jsonb_build_object('agencyId', app.agency_id()))::json,
    job_key => case when key is null then null else app.agency_id()::text || ':' || key end,
    max_attempts => 12);
end
$$;
grant execute on function app.enqueue(text, jsonb, text) to tn_agency, tn_distributor, tn_reseller, tn_customer;
-- The queue belongs to the worker role; only its owner can write past the queue's own row security.
grant create on schema app to tn_worker;
alter function app.enqueue(text, jsonb, text) owner to tn_worker;
revoke create on schema app from tn_worker;
grant execute on function app.agency_id() to tn_worker;
