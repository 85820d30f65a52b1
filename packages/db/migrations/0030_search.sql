-- Search from anywhere: an account by the beginning of its login domain within its own agency, and the trigram index
-- for a reseller's customers too (0007_requests.sql says why that takes a function).
create index hostnames_by_agency on hostnames (agency_id, host);

grant select (reseller_id) on accounts to tn_search;
grant execute on function app.account_id() to tn_search;
grant create on schema app to tn_search;
create function app.search_own_accounts(p_kind text, p_pattern text, p_limit integer) returns uuid[]
language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce(array_agg(id), '{}') from (
    select a.id from accounts a
    where a.agency_id = app.agency_id() and a.reseller_id = app.account_id() and a.kind = p_kind and a.search like p_pattern
    limit p_limit
  ) ids
$$;
alter function app.search_own_accounts(text, text, integer) owner to tn_search;
revoke create on schema app from tn_search;
grant execute on function app.search_own_accounts(text, text, integer) to tn_reseller;
