-- A distributor in its own scope sees itself. Of the resellers beneath it that scope holds what is added up and shared
-- out: accounts, usage, allowances. Their people, sessions, brands, plans, webhooks and log are not its own; what it may
-- do with its resellers runs in the upline scope, which has rights made for that (0036).

-- As before; `own_distributor` is a distributor's rows without those of its resellers.
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
      when scope = 'own_distributor' then
        'agency_id = app.agency_id() and distributor_id = app.account_id() and reseller_id = app.agency_id()'
      else format('agency_id = app.agency_id() and %I = app.account_id()',
        case scope when 'upline' then 'distributor' else scope end || '_id')
    end;
    scope := case scope when 'own_distributor' then 'distributor' else scope end;
    execute format('create policy %I on %s for all to %I using (%s) with check (%s)',
      scope, tbl, 'tn_' || scope, test, test);
  end loop;
end
$$;

do $do$
declare
  tbl regclass;
begin
  for tbl in
    select p.polrelid from pg_policy p join pg_class c on c.oid = p.polrelid
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'reseller_id' and not a.attisdropped
    where p.polname = 'distributor' and p.polcmd = '*' and c.relnamespace = 'public'::regnamespace
      and not c.relispartition
      and c.relname not in ('accounts', 'resellers', 'usage_events', 'usage_days', 'usage_caps', 'usage_deltas',
        'usage_reservations', 'allowances', 'allowance_pools')
  loop
    execute format('drop policy distributor on %s', tbl);
    execute format('create policy distributor on %s for all to tn_distributor using (%s) with check (%2$s)', tbl,
      'agency_id = app.agency_id() and distributor_id = app.account_id() and reseller_id = app.agency_id()');
  end loop;
end
$do$;
-- What a distributor gives a reseller is written into that one's log.
alter policy distributor on audit_entries
  with check (agency_id = app.agency_id() and distributor_id = app.account_id());

-- Who of a reseller's people was the first: the one its upline invites.
grant select (created_at) on users to tn_upline;

-- Whether the upline is in use. It stands in the row that everybody takes a place in, so that who deletes an upline and
-- who makes a reseller beneath it wait for each other.
alter table delegations add column live boolean not null default true;
alter table delegations no force row level security;
alter table accounts no force row level security;
update delegations d set live = false
from accounts a where a.agency_id = d.agency_id and a.id = d.distributor_id and a.archived_at is not null;
alter table accounts force row level security;
alter table delegations force row level security;
grant update (live) on delegations to tn_agency;
