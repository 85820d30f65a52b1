-- Usage: events as they were told, deltas that wait for the fold, and the days that every page reads.

-- One row per event, never changed. Its identity is (agency, source, event id, UTC day of `at`); the key says so.
-- Scope columns are stamped when the event arrives and stay: history keeps its old ids when an account moves.
-- No foreign keys: their row locks on one busy account would queue its writers. Ingest takes account and meter from
-- the tenant's own rows in the same transaction, and neither is ever deleted.
-- varchar with a length keeps a row short enough for no partition to need a TOAST table.
create table usage_events (
  agency_id uuid not null,
  source varchar(64) collate "C" not null,
  event_id varchar(128) collate "C" not null,
  day date not null check (day = (at at time zone 'UTC')::date),
  at timestamptz not null,
  meter varchar(40) not null,
  account_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  quantity bigint not null check (quantity >= 0),
  primary key (agency_id, source, event_id, day)
) partition by range (day);
select app.protect('usage_events', 'agency', 'distributor', 'reseller', 'customer');
grant select, insert on usage_events to tn_agency;
grant select on usage_events to tn_distributor, tn_reseller, tn_customer;

-- Days without a partition of their own: what test agencies import from long ago or send from a moved clock.
create table usage_events_rest partition of usage_events default;
select app.protect('usage_events_rest', 'agency', 'distributor', 'reseller', 'customer');

-- Makes the missing partitions of these UTC days and answers how many. Belongs to the tables' owner, who alone may
-- make them; dates in, a count out. A partition has the same wall and no grant at all: rows are reached through
-- usage_events only. Attaching (unlike "partition of") lets events flow in meanwhile.
create function app.ensure_usage_partitions(
  from_day date default (now() at time zone 'UTC')::date - 95,
  to_day date default (now() at time zone 'UTC')::date + 14) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  missing date;
  name text;
  made integer := 0;
begin
  if from_day is null or to_day is null or to_day - from_day not between 0 and 400 then
    raise exception 'app.ensure_usage_partitions takes 1 to 401 days' using errcode = '22023';
  end if;
  perform pg_advisory_xact_lock(7269002);
  for missing in
    select from_day + n from generate_series(0, to_day - from_day) n
    where to_regclass('public.usage_events_' || to_char(from_day + n, 'YYYYMMDD')) is null
    order by 1
  loop
    name := 'usage_events_' || to_char(missing, 'YYYYMMDD');
    -- Rows of this day that came before its partition move over; the lock keeps more from coming meanwhile.
    lock table usage_events_rest in access exclusive mode;
    execute format('create table public.%I (like public.usage_events including all)', name);
    perform app.protect(name::regclass, 'agency', 'distributor', 'reseller', 'customer');
    execute format('with moved as (delete from public.usage_events_rest where day = %L returning *)
      insert into public.%I select * from moved', missing, name);
    execute format('alter table public.usage_events attach partition public.%I for values from (%L) to (%L)',
      name, missing, missing + 1);
    made := made + 1;
  end loop;
  return made;
end
$$;
grant execute on function app.ensure_usage_partitions(date, date) to tn_worker;
select app.ensure_usage_partitions();

-- What a batch added, per account, meter and billing day, until the fold takes it. Counters carry the sum of their
-- new units; gauges their last value and which event it came from. Only inserted and deleted, never updated.
create table usage_deltas (
  agency_id uuid not null,
  batch_id uuid not null,
  account_id uuid not null,
  meter varchar(40) not null,
  day date not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  quantity bigint not null,
  at timestamptz,
  event_id varchar(128) collate "C",
  source varchar(64) collate "C",
  primary key (agency_id, batch_id, account_id, meter, day),
  check (num_nulls(at, event_id, source) in (0, 3))
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_insert_threshold = -1, autovacuum_vacuum_cost_delay = 0);
select app.protect('usage_deltas', 'agency');
grant select, insert, delete on usage_deltas to tn_agency;

-- Usage per account, meter and day of the agency's billing zone, with a row per ancestor, the agency's root included.
-- Counters: units of the day. Gauges: the value at the end of the day, of an ancestor the sum over its subtree; a day
-- without a change has no row and keeps the value before it. `reseller_quantity` is the part that is the resellers'
-- own and their customers', which is what the agency's cards count.
create table usage_days (
  agency_id uuid not null,
  account_id uuid not null,
  meter varchar(40) not null,
  day date not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  quantity bigint not null,
  reseller_quantity bigint not null,
  primary key (agency_id, account_id, meter, day),
  foreign key (agency_id, account_id) references accounts (agency_id, id),
  foreign key (agency_id, meter) references meters (agency_id, key)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
select app.protect('usage_days', 'agency', 'distributor', 'reseller', 'customer');
grant select, insert, update (quantity, reseller_quantity) on usage_days to tn_agency;
grant select on usage_days to tn_distributor, tn_reseller, tn_customer;

-- A gauge's last value of each day on which it was set, by (at, event_id, source): what late events are held against.
create table usage_gauges (
  agency_id uuid not null,
  account_id uuid not null,
  meter varchar(40) not null,
  day date not null,
  at timestamptz not null,
  event_id varchar(128) collate "C" not null,
  source varchar(64) collate "C" not null,
  quantity bigint not null,
  primary key (agency_id, account_id, meter, day),
  foreign key (agency_id, account_id) references accounts (agency_id, id),
  foreign key (agency_id, meter) references meters (agency_id, key)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
select app.protect('usage_gauges', 'agency');
grant select, insert, update (at, event_id, source, quantity) on usage_gauges to tn_agency;

-- One row per agency: held while its deltas are folded, so that one fold runs at a time, and when that was.
create table usage_folds (
  agency_id uuid primary key references agencies (agency_id),
  folded_at timestamptz not null default now()
) with (fillfactor = 50);
select app.protect('usage_folds', 'agency');
grant select, insert, update (folded_at) on usage_folds to tn_agency;

-- Events that could not be counted, and why. The same event told again takes its row over.
create table usage_quarantine (
  agency_id uuid not null references agencies (agency_id),
  id uuid not null,
  reason text not null
    check (reason in ('unknown_account', 'ambiguous_account', 'unknown_meter', 'too_old', 'too_far_ahead')),
  source varchar(64) collate "C" not null,
  event_id varchar(128) collate "C" not null,
  day date not null,
  at timestamptz not null,
  meter varchar(40) not null,
  account_id uuid,
  external_id text,
  quantity bigint not null,
  received_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, source, event_id, day),
  check (num_nonnulls(account_id, external_id) = 1)
);
create index usage_quarantine_by_reason on usage_quarantine (agency_id, reason, id);
select app.protect('usage_quarantine', 'agency');
grant select, insert, delete,
  update (id, reason, at, meter, account_id, external_id, quantity, received_at) on usage_quarantine to tn_agency;

-- Which agencies have deltas waiting. The worker asks this every second, so that taking in an event needs no queue
-- row: one job key per agency would let its writers commit only one after the other.
create policy waiting on usage_deltas for select to tn_definer using (true);
grant select (agency_id) on usage_deltas to tn_definer;
create function app.usage_waiting() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$ select distinct agency_id from usage_deltas $$;
alter function app.usage_waiting() owner to tn_definer;
grant execute on function app.usage_waiting() to tn_worker;
