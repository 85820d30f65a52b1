-- Uplines: accounts that have resellers of their own, a distributor's or another reseller's (features.md 3.21). What an
-- upline does to its resellers runs in a scope of its own, `upline`: the rows whose distributor_id is its account, with
-- rights made for that and no more. Passwords, links and sessions of the resellers' people are not among them.
grant usage on schema public, app to tn_upline;
grant execute on function app.agency_id(), app.account_id() to tn_upline;

create or replace function app.enter(agency uuid, scope text, account uuid) returns void language plpgsql
as $$
begin
  if agency is null or account is null then
    raise exception 'app.enter needs an agency and an account' using errcode = '22004';
  end if;
  if scope is null or scope not in ('agency', 'distributor', 'upline', 'reseller', 'customer', 'vendor') then
    raise exception 'app.enter: unknown scope %', scope using errcode = '22023';
  end if;
  if coalesce(current_setting('app.agency_id', true), '') <> '' then
    raise exception 'app.enter was called twice in one transaction' using errcode = '55000';
  end if;
  execute format('set local app.agency_id = %L', agency);
  execute format('set local app.account_id = %L', account);
  execute format('set local role %I', 'tn_' || scope);
end
$$;

-- As before, and an upline's rows are those that name it as their distributor.
create or replace function app.protect(tbl regclass, variadic scopes text[]) returns void language plpgsql
as $$
declare
  scope text;
  test text;
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  foreach scope in array scopes || array['definer'] loop
    test := case
      when scope in ('agency', 'definer') then 'agency_id = app.agency_id()'
      else format('agency_id = app.agency_id() and %I = app.account_id()',
        case scope when 'upline' then 'distributor' else scope end || '_id')
    end;
    execute format('create policy %I on %s for all to %I using (%s) with check (%s)',
      scope, tbl, 'tn_' || scope, test, test);
  end loop;
end
$$;

-- The ceiling that the agency sets over an upline: what it may do with its resellers, and how many there may be.
-- Without a row there is no subtree. `resellers` is how many live ones it has, kept by whoever changes that.
create table delegations (
  agency_id uuid not null,
  distributor_id uuid not null,
  may_create boolean not null,
  may_edit boolean not null,
  may_archive boolean not null,
  stop_modes text[] not null check (stop_modes <@ array['sales_stopped', 'inactive', 'stopped']),
  reseller_types text[] not null check (reseller_types <@ array['own_plans', 'commission']),
  max_resellers integer check (max_resellers >= 0),
  resellers integer not null default 0 check (resellers >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (agency_id, distributor_id),
  foreign key (agency_id, distributor_id) references accounts (agency_id, id),
  constraint delegations_room check (resellers <= max_resellers)
) with (fillfactor = 70);
select app.protect('delegations', 'agency', 'upline');
grant select, insert, delete, update (may_create, may_edit, may_archive, stop_modes, reseller_types, max_resellers,
    resellers, updated_at)
  on delegations to tn_agency;
grant select, update (resellers) on delegations to tn_upline;
grant select, delete on delegations to tn_definer;

-- Who put an account into the state it is in; null = the agency. An upline undoes what it did itself.
alter table accounts add column status_by uuid;
grant update (status_by) on accounts to tn_agency;

-- How many are active, by upline: an upline writes rows of its own, and the agency adds all of them up.
alter table reseller_counts add column distributor_id uuid;
alter table reseller_days add column distributor_id uuid;
alter table reseller_counts no force row level security;
alter table reseller_days no force row level security;
update reseller_counts set distributor_id = agency_id;
update reseller_days set distributor_id = agency_id;
alter table reseller_counts alter distributor_id set not null,
  drop constraint reseller_counts_pkey, add primary key (agency_id, distributor_id, shard);
alter table reseller_days alter distributor_id set not null,
  drop constraint reseller_days_pkey, add primary key (agency_id, day, distributor_id, shard);
alter table reseller_counts force row level security;
alter table reseller_days force row level security;

do $do$
declare
  tbl text;
begin
  foreach tbl in array array['accounts', 'resellers', 'hostnames', 'brands', 'users', 'passwords', 'memberships',
    'sessions', 'api_keys', 'invitations', 'tokens', 'mails', 'audit_entries', 'idempotency_keys', 'reseller_counts',
    'reseller_days', 'usage_days', 'usage_caps', 'plan_changes', 'type_changes'] loop
    execute format('create policy upline on %I for all to tn_upline
      using (agency_id = app.agency_id() and distributor_id = app.account_id())
      with check (agency_id = app.agency_id() and distributor_id = app.account_id())', tbl);
  end loop;
  foreach tbl in array array['agencies', 'meters'] loop
    execute format('create policy upline on %I for select to tn_upline using (agency_id = app.agency_id())', tbl);
  end loop;
end
$do$;
grant select (agency_id, status, mode, clock_offset, billing_zone) on agencies to tn_upline;
grant select on accounts, resellers, hostnames, brands, memberships, usage_days, usage_caps, meters, plan_changes,
  type_changes to tn_upline;
grant insert on accounts, resellers, hostnames, brands, memberships to tn_upline;
grant update (name, country, language, status, status_changed_at, status_by, sessions_valid_from, activated_at,
  archived_at, updated_at) on accounts to tn_upline;
grant update (phone, website, contact_name, contact_email, contact_phone) on resellers to tn_upline;
grant select, insert, update (active) on reseller_counts to tn_upline;
grant select, insert, update (change) on reseller_days to tn_upline;
-- People of its resellers: that they are there, and whether somebody is in. The owner's first way in is written.
grant select (agency_id, id, realm_id, distributor_id, reseller_id, email, email_ci, name, status, sessions_valid_from),
  insert, update (must_change_password) on users to tn_upline;
grant select (agency_id, user_id), insert on passwords to tn_upline;
grant select (agency_id, user_id, account_id, distributor_id, reseller_id, created_at, expires_at, ends_at, last_seen_at)
  on sessions to tn_upline;
grant select (agency_id, id, account_id, distributor_id, name, name_ci, expires_at, revoked_at) on api_keys to tn_upline;
grant select, insert, update (expires_at, asked_at, invited_by) on invitations to tn_upline;
grant select (agency_id, id, subject_id, used_at, revoked_at), insert, update (revoked_at) on tokens to tn_upline;
grant select (agency_id, account_id, subject_id, kind, state, created_at), insert on mails to tn_upline;
grant select, insert on audit_entries to tn_upline;
grant select, insert, update (fingerprint, answer, made_at) on idempotency_keys to tn_upline;
grant execute on function app.enqueue(text, jsonb, text), app.host_taken(text),
  app.queue_notice(text, uuid, uuid, uuid, uuid) to tn_upline;

-- An upline's list in its orders, live and archived.
drop index accounts_by_distributor;
create index accounts_by_distributor on accounts (agency_id, distributor_id, kind, created_at, id);
create index accounts_by_distributor_name on accounts (agency_id, distributor_id, kind, name_ci, id);

-- Plans of the agency as an upline may know them: those it can give its resellers (for everybody, or the default one),
-- and the versions they are on. What a plan costs the agency, and what it calls it among its own, stays out.
grant select (distributor_id) on resellers to tn_definer;
create function app.plans_beneath()
returns table (id uuid, version_id uuid, version integer, name text, description text, is_default boolean, offered boolean,
  prices jsonb, meters jsonb)
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id, v.id, v.number, p.name, p.description, p.is_default,
    p.archived_at is null and p.current_version = v.number and (p.visibility = 'all' or p.is_default),
    (select coalesce(jsonb_agg(jsonb_build_object('currency', x.currency, 'interval', x.billed_every,
        'amountMinor', x.amount_minor) order by x.currency, x.billed_every), '[]')
      from plan_prices x where x.agency_id = p.agency_id and x.version_id = v.id),
    (select coalesce(jsonb_agg(jsonb_build_object('meter', m.meter, 'includedUnits', m.included_units,
        'blockUnits', m.block_units, 'softCapUnits', m.soft_cap_units, 'hardCapUnits', m.hard_cap_units,
        'overages', (select coalesce(jsonb_agg(jsonb_build_object('currency', o.currency, 'amountMinor', o.amount_minor,
            'costMinor', null) order by o.currency), '[]')
          from plan_overages o where o.agency_id = m.agency_id and o.version_id = m.version_id and o.meter = m.meter
            and o.amount_minor is not null)) order by k.position, m.meter), '[]')
      from plan_meters m join meters k on k.agency_id = m.agency_id and k.key = m.meter
      where m.agency_id = v.agency_id and m.version_id = v.id)
  from plans p
  join plan_versions v on v.agency_id = p.agency_id and v.plan_id = p.id
  where p.agency_id = app.agency_id() and p.reseller_id = p.agency_id
    and ((p.archived_at is null and p.current_version = v.number and (p.visibility = 'all' or p.is_default))
      or exists (select from resellers r where r.agency_id = p.agency_id and r.distributor_id = app.account_id()
        and r.plan_version_id = v.id))
$$;

-- May this person still invite? As before, and an upline's owners and admins to every role of a reseller beneath it.
create or replace function app.may_invite(p_agency uuid, p_user uuid, p_account uuid, p_role text) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select p_agency = app.agency_id() and exists (
    select 1 from memberships m join users u on u.agency_id = m.agency_id and u.id = m.user_id
    where m.agency_id = p_agency and m.user_id = p_user and m.state = 'active' and u.status = 'active'
      and (m.account_id = p_account or m.account_id = p_agency or m.account_id = (
        select d.distributor_id from accounts a join delegations d on d.agency_id = a.agency_id and d.distributor_id = a.distributor_id
        where a.agency_id = p_agency and a.id = p_account and a.kind = 'reseller'))
      and (m.role = 'owner' or (m.role = 'admin' and (p_role <> 'owner' or m.account_id <> p_account))))
$$;

grant create on schema app to tn_definer;
alter function app.plans_beneath() owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.plans_beneath() to tn_upline;

-- The request's look-up learns of the ceiling over an upline, and of whom a reseller's people write to when they cannot
-- get in: its upline, and the agency where there is none or that one is itself shut out.
do $do$
declare
  change text[];
  body text;
  after text;
begin
  select pg_get_functiondef(p.oid) into strict body
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'app' and p.proname = 'open_request';
  foreach change slice 1 in array array[
    ['''agencySupportEmail'', ab.support_email,',
      '''caretakerEmail'', coalesce(ub.support_email, ab.support_email),
      ''delegation'', case when d.distributor_id is not null then json_build_object(
        ''create'', d.may_create, ''edit'', d.may_edit, ''archive'', d.may_archive, ''stopModes'', d.stop_modes,
        ''types'', d.reseller_types, ''maximum'', d.max_resellers, ''resellers'', d.resellers) end,'],
    ['left join brands ab on ab.agency_id = h.agency_id and ab.account_id = h.agency_id',
      'left join brands ab on ab.agency_id = h.agency_id and ab.account_id = h.agency_id
  left join accounts u on u.agency_id = h.agency_id and u.id = c.distributor_id and u.id not in (h.agency_id, c.id)
    and u.status in (''active'', ''sales_stopped'') and u.archived_at is null
  left join brands ub on ub.agency_id = h.agency_id and ub.account_id = u.id
  left join delegations d on d.agency_id = h.agency_id and d.distributor_id = h.account_id']
  ] loop
    after := replace(body, change[1], change[2]);
    if after = body then
      raise exception 'app.open_request is not as this migration expects it';
    end if;
    body := after;
  end loop;
  execute body;
end
$do$;
