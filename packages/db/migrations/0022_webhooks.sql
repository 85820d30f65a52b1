-- Webhooks: where an account wants to be told what happens to it, and what was told.

-- The secrets are sealed for their row; a rotation keeps one earlier secret until a chosen time.
create table webhook_endpoints (
  agency_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  url text not null,
  url_ci text not null generated always as (lower(url)) stored,
  description text not null default '',
  search text not null generated always as (lower(url || ' ' || description)) stored,
  event_types text[] not null check (cardinality(event_types) > 0),
  secret bytea not null,
  secret_key_id text not null check (secret_key_id ~ '^k[0-9]+$'),
  previous_secret bytea,
  previous_secret_key_id text check (previous_secret_key_id ~ '^k[0-9]+$'),
  previous_valid_until timestamptz,
  rotated_at timestamptz,
  disabled_at timestamptz,
  disabled_why text check (disabled_why in ('by_hand', 'gone', 'failing')),
  last_success_at timestamptz,
  last_failure_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, account_id) references accounts (agency_id, id),
  check ((disabled_at is null) = (disabled_why is null)),
  check ((previous_secret is null) = (previous_valid_until is null)
    and (previous_secret is null) = (previous_secret_key_id is null))
);
create index webhook_endpoints_by_account on webhook_endpoints (agency_id, account_id, created_at, id);
create index webhook_endpoints_by_url on webhook_endpoints (agency_id, account_id, url_ci, id);
select app.protect('webhook_endpoints', 'agency', 'distributor', 'reseller');
grant select, insert, delete, update (url, description, event_types, secret, secret_key_id, previous_secret,
    previous_secret_key_id, previous_valid_until, rotated_at, disabled_at, disabled_why, last_success_at,
    last_failure_at, updated_at)
  on webhook_endpoints to tn_agency, tn_distributor, tn_reseller;

-- One message to one endpoint, its body as it was when it happened. `tries` counts every attempt, `step` the place in
-- the schedule. Whoever sends it leases it first, so that a worker that dies loses nothing and two send it once.
create table webhook_deliveries (
  agency_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  type text not null check (type ~ '^[a-z.]+$'),
  about_id uuid,
  body text not null,
  state text not null default 'pending' check (state in ('pending', 'succeeded', 'failed')),
  created_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  leased_until timestamptz,
  tries integer not null default 0,
  step integer not null default 0,
  last_status integer,
  last_failure text check (last_failure ~ '^[a-z_]+$'),
  primary key (agency_id, id),
  foreign key (agency_id, endpoint_id) references webhook_endpoints (agency_id, id),
  foreign key (agency_id, about_id) references accounts (agency_id, id)
) with (fillfactor = 70);
create index webhook_deliveries_by_time on webhook_deliveries (agency_id, endpoint_id, created_at, id);
create index webhook_deliveries_by_state on webhook_deliveries (agency_id, endpoint_id, state, created_at, id);
create index webhook_deliveries_waiting on webhook_deliveries (agency_id, endpoint_id, due_at) where state = 'pending';
create index webhook_deliveries_due on webhook_deliveries (due_at, agency_id) where state = 'pending';
create index webhook_deliveries_by_age on webhook_deliveries (agency_id, created_at);
select app.protect('webhook_deliveries', 'agency', 'distributor', 'reseller');
grant select, insert, delete, update (state, due_at, leased_until, tries, step, last_status, last_failure)
  on webhook_deliveries to tn_agency, tn_distributor, tn_reseller;

-- Every time it was sent: what came back, cut and with its secrets blacked out.
create table webhook_attempts (
  agency_id uuid not null,
  delivery_id uuid not null,
  number integer not null check (number > 0),
  distributor_id uuid not null,
  reseller_id uuid not null,
  at timestamptz not null,
  duration_ms integer not null,
  status integer,
  failure text check (failure ~ '^[a-z_]+$'),
  answer text,
  primary key (agency_id, delivery_id, number),
  foreign key (agency_id, delivery_id) references webhook_deliveries (agency_id, id),
  check ((status is null) <> (failure is null))
);
select app.protect('webhook_attempts', 'agency', 'distributor', 'reseller');
grant select, insert, delete on webhook_attempts to tn_agency, tn_distributor, tn_reseller;

-- Caps that were told of: once a month for each.
create table webhook_caps (
  agency_id uuid not null,
  account_id uuid not null,
  meter varchar(40) not null,
  month date not null,
  cap text not null check (cap in ('soft', 'hard')),
  told_at timestamptz not null default now(),
  primary key (agency_id, account_id, meter, month, cap),
  foreign key (agency_id, account_id) references accounts (agency_id, id)
);
select app.protect('webhook_caps', 'agency');
grant select, insert on webhook_caps to tn_agency;

grant delete on webhook_endpoints, webhook_deliveries, webhook_attempts, webhook_caps to tn_definer;
grant select (agency_id) on webhook_endpoints, webhook_caps to tn_definer;
grant select (agency_id, delivery_id) on webhook_attempts to tn_definer;
grant select (agency_id, id, state, due_at, leased_until, created_at) on webhook_deliveries to tn_definer;

-- Which agencies have something to send. The worker asks; the work is done inside the tenant.
create policy due on webhook_deliveries for select to tn_definer using (true);
create function app.webhooks_due() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct d.agency_id
  from webhook_deliveries d
  join agencies a on a.agency_id = d.agency_id and a.status = 'active'
  where d.state = 'pending' and d.due_at <= now() and (d.leased_until is null or d.leased_until <= now())
$$;

-- What was told more than thirty days ago.
create function app.sweep_webhooks() returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  agency uuid;
  removed integer := 0;
  gone integer;
begin
  for agency in select agency_id from agencies loop
    execute format('set local app.agency_id = %L', agency);
    delete from webhook_attempts where agency_id = agency and delivery_id in (
      select id from webhook_deliveries
      where agency_id = agency and state <> 'pending' and created_at < now() - interval '30 days');
    delete from webhook_deliveries
    where agency_id = agency and state <> 'pending' and created_at < now() - interval '30 days';
    get diagnostics gone = row_count;
    removed := removed + gone;
  end loop;
  return removed;
end
$$;

grant create on schema app to tn_definer;
alter function app.webhooks_due() owner to tn_definer;
alter function app.sweep_webhooks() owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.webhooks_due(), app.sweep_webhooks() to tn_worker;

-- One kind of notice and mail more, beside whatever kinds there are.
do $do$
declare
  place text[];
  was text;
begin
  foreach place slice 1 in array array[['mails', 'mails_kind_check'], ['notice_choices', 'notice_choices_kind_check']] loop
    select pg_get_constraintdef(oid) into strict was from pg_constraint where conname = place[2];
    execute format('alter table %I drop constraint %I', place[1], place[2]);
    execute format('alter table %I add constraint %I %s', place[1], place[2],
      replace(was, 'ARRAY[', 'ARRAY[''webhook_disabled''::text, '));
  end loop;
end
$do$;
