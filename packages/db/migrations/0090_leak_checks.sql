-- What the worker found by night that does not fit between what runs and what was charged (features.md 3.3): how many of it, for the home page
-- of the agency. The report itself reckons anew whenever it is opened.
create table leak_checks (
  agency_id uuid primary key references agencies (agency_id),
  looked_at timestamptz not null,
  found integer not null check (found >= 0)
);
select app.protect('leak_checks', 'agency');
grant select, insert, update (looked_at, found) on leak_checks to tn_agency;
grant delete, select (agency_id, looked_at) on leak_checks to tn_definer;
create policy due on leak_checks for select to tn_definer using (true);

-- Which agencies have not been looked at on the day it is there, by their own clocks. The worker asks; the work is done inside.
create function app.leak_checks_due() returns table (agency_id uuid, now timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select g.agency_id, at.now
  from agencies g
  cross join lateral (select now() + case g.mode when 'test' then g.clock_offset else '0' end as now) at
  left join leak_checks l on l.agency_id = g.agency_id
  where l.looked_at is null or (l.looked_at at time zone g.billing_zone)::date <> (at.now at time zone g.billing_zone)::date
$$;
grant create on schema app to tn_definer;
alter function app.leak_checks_due() owner to tn_definer;
revoke create on schema app from tn_definer;
revoke execute on function app.leak_checks_due() from public;
grant execute on function app.leak_checks_due() to tn_worker;
