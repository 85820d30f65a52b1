-- By how much an agency's number of active resellers changed on a day: the days behind the card that shows the number.
-- Kept in the transaction that keeps reseller_counts, on the same shard; the day is that of business time in the
-- agency's billing zone.
create table reseller_days (
  agency_id uuid not null references agencies (agency_id),
  day date not null,
  shard smallint not null check (shard between 0 and 127),
  change bigint not null,
  primary key (agency_id, day, shard)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.01);
select app.protect('reseller_days', 'agency');
grant select, insert, update (change) on reseller_days to tn_agency;

-- What is known of the days before this table: when each reseller came, and when one that is out now went.
insert into reseller_days (agency_id, day, shard, change)
select agency_id, day, 0, sum(change) from (
  select a.agency_id, (a.created_at at time zone g.billing_zone)::date as day, 1 as change
  from accounts a join agencies g on g.agency_id = a.agency_id
  where a.kind = 'reseller'
  union all
  select a.agency_id, ((case a.status when 'active' then a.archived_at else a.status_changed_at end) at time zone g.billing_zone)::date, -1
  from accounts a join agencies g on g.agency_id = a.agency_id
  where a.kind = 'reseller' and (a.status <> 'active' or a.archived_at is not null)
) known
group by agency_id, day;

create or replace function app.platform_remove_demo(p_cut_short boolean) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  demo uuid;
  removed integer := 0;
  tbl text;
begin
  for demo in select agency_id from agencies where is_demo loop
    execute format('set local app.agency_id = %L', demo);
    foreach tbl in array array['audit_entries', 'mails', 'api_keys', 'tokens', 'invitations', 'sessions', 'memberships',
      'passwords', 'throttles', 'users', 'usage_events', 'usage_deltas', 'usage_days', 'usage_gauges', 'usage_folds',
      'usage_quarantine', 'resellers', 'reseller_counts', 'reseller_days', 'brands', 'plan_allowances', 'plans', 'meters', 'accounts'] loop
      execute format('delete from public.%I where agency_id = $1', tbl) using demo;
    end loop;
    if p_cut_short then
      delete from hostnames where agency_id = demo;
    else
      update hostnames set state = 'retired' where agency_id = demo;
    end if;
    delete from agencies where agency_id = demo;
    removed := removed + 1;
  end loop;
  return removed;
end
$$;
grant delete on reseller_days to tn_definer;
grant select (agency_id) on reseller_days to tn_definer;
