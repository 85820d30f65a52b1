-- Erasing a deleted reseller for good (B-36, features.md 3.18): what is personal is overwritten in place, row by row as
-- packages/core/src/resellers/erasure-map.ts says; the row stays, so that usage and the log keep what they point to.
alter table accounts add column erased_at timestamptz;
alter table accounts add constraint accounts_erased_after_archived check (erased_at is null or archived_at is not null);
grant update (erased_at) on accounts to tn_agency;
grant update (email) on invitations to tn_agency;
grant update (name, last_used_ip) on api_keys to tn_agency;
grant update (recipient) on mails to tn_agency;

-- A change of the model a reseller sells under (B-33), done or waiting for its date (business time). One may wait per
-- reseller; what was sold and used before it is not touched.
create table type_changes (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  from_type text not null check (from_type in ('own_plans', 'commission')),
  to_type text not null check (to_type in ('own_plans', 'commission')),
  due_at timestamptz not null,
  state text not null default 'scheduled' check (state in ('scheduled', 'done', 'cancelled')),
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, reseller_id) references resellers (agency_id, id)
);
create unique index type_changes_one_waiting on type_changes (agency_id, reseller_id) where state = 'scheduled';
create index type_changes_due on type_changes (agency_id, due_at) where state = 'scheduled';
select app.protect('type_changes', 'agency', 'distributor', 'reseller');
grant select, insert, update (state, settled_at) on type_changes to tn_agency;
grant select on type_changes to tn_distributor, tn_reseller;

-- Which agencies have one that is due by their own clock. The worker asks; the work is done inside the tenant.
create policy due on type_changes for select to tn_definer using (true);
grant select (agency_id, due_at, state), delete on type_changes to tn_definer;
create function app.type_changes_due() returns table (agency_id uuid, now timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select g.agency_id, g.now
  from (select a.agency_id, now() + case a.mode when 'test' then a.clock_offset else '0' end as now from agencies a) g
  where exists (select from type_changes c where c.agency_id = g.agency_id and c.state = 'scheduled' and c.due_at <= g.now)
$$;
grant create on schema app to tn_definer;
alter function app.type_changes_due() owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.type_changes_due() to tn_worker;
