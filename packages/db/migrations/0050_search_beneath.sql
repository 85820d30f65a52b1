-- Search for those who have resellers of their own. A distributor's scope sees no logins of others' (0046), a reseller's
-- sees no other account: the resellers beneath either are found here, by what its list shows of them. They are little
-- beside the agency's whole, which is what the trigram index holds, and are walked.
create function app.search_beneath(p_lower text, p_upper text, p_exact text, p_pattern text, p_limit integer)
returns table (id uuid, code text, name text, email text, status text, host text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select a.id, a.code, a.name, a.email, a.status, n.host
  from accounts a
  join hostnames n on n.agency_id = a.agency_id and n.account_id = a.id and n.is_primary
  cross join lateral (select case
    when (starts_with(a.code, p_upper) and starts_with(p_upper, 'PA-')) or starts_with(a.external_id, p_exact)
      or starts_with(n.host, p_lower) then 1
    when starts_with(a.name_ci, p_lower) then 2
    when a.search like p_pattern then 3 end) hit (rank)
  where a.agency_id = app.agency_id() and a.distributor_id = app.account_id() and a.kind = 'reseller'
    and a.archived_at is null and hit.rank is not null
  order by hit.rank, a.name_ci, a.id limit p_limit
$$;
grant create on schema app to tn_definer;
alter function app.search_beneath(text, text, text, text, integer) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.search_beneath(text, text, text, text, integer) to tn_distributor, tn_reseller;
