-- The worker is told only of agencies of whose messages one can be taken now: as claiming takes them, one at a time from
-- an endpoint that failed last, sixteen from any other, tests alone from one that is switched off. Endpoints with
-- something waiting are found by one step of the index each, however much waits.
create policy due on webhook_endpoints for select to tn_definer using (true);
grant select (agency_id, id, disabled_at, last_success_at, last_failure_at) on webhook_endpoints to tn_definer;
grant select (endpoint_id, type) on webhook_deliveries to tn_definer;
create or replace function app.webhooks_due() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select a.agency_id from agencies a
  where a.status = 'active' and exists (
    with recursive waiting as (
      (select d.endpoint_id from webhook_deliveries d where d.agency_id = a.agency_id and d.state = 'pending'
        order by d.endpoint_id limit 1)
      union all
      select (select d.endpoint_id from webhook_deliveries d
        where d.agency_id = a.agency_id and d.state = 'pending' and d.endpoint_id > w.endpoint_id
        order by d.endpoint_id limit 1)
      from waiting w where w.endpoint_id is not null
    )
    select from waiting w
    join webhook_endpoints e on e.agency_id = a.agency_id and e.id = w.endpoint_id
    where exists (
      select from webhook_deliveries d
      where d.agency_id = a.agency_id and d.endpoint_id = e.id and d.state = 'pending' and d.due_at <= now()
        and (d.leased_until is null or d.leased_until <= now()) and (e.disabled_at is null or d.type = 'ping'))
    and (select count(*) from (
        select from webhook_deliveries f
        where f.agency_id = a.agency_id and f.endpoint_id = e.id and f.state = 'pending' and f.leased_until > now()
        limit 16) under_way)
      < case when e.last_failure_at > coalesce(e.last_success_at, '-infinity') then 1 else 16 end)
$$;

-- A reseller's search walks indexes of its own customers: those of the agency hold everybody's.
create index accounts_search_of_seller on accounts using gin (agency_id, reseller_id, search gin_trgm_ops)
  where kind = 'customer';
create index accounts_by_seller_code on accounts (agency_id, reseller_id, code) where kind = 'customer';
create index accounts_by_seller_name on accounts (agency_id, reseller_id, name_ci, id)
  where kind = 'customer' and archived_at is null;
