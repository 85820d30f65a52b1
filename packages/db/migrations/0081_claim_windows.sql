-- A reseller's claim on a company (features.md 3.16) holds for a time, and as long as it sells the company something; the agency extends it.
alter table customers add column claimed_until timestamptz not null default now() + interval '90 days';
alter table accounts no force row level security;
alter table customers no force row level security;
update customers c set claimed_until = a.created_at + interval '90 days'
from accounts a where a.agency_id = c.agency_id and a.id = c.id;
alter table customers force row level security;
alter table accounts force row level security;
grant update (claimed_until) on customers to tn_agency;
grant select (claimed_until) on customers to tn_distributor;

drop function app.customer_claimed(text, text);
-- By what another seller's customer is the one that is being added at an instant: 'email', 'tax_id', or null. The agency's own are claimed for good.
create function app.customer_claimed(p_domain text, p_tax_id text, p_at timestamptz) returns text
language sql stable security definer set search_path = public, pg_temp
as $$
  select case
    when exists (
      select from accounts a
      join customers c on c.agency_id = a.agency_id and c.id = a.id
      where a.agency_id = app.agency_id() and a.kind = 'customer' and a.archived_at is null and a.email is not null
        and a.reseller_id <> app.account_id() and split_part(lower(a.email), '@', 2) = p_domain
        and (a.reseller_id = a.agency_id or c.claimed_until > p_at or c.coming_expiry < 'infinity')) then 'email'
    when exists (
      select from customers c
      join accounts a on a.agency_id = c.agency_id and a.id = c.id and a.archived_at is null
      where c.agency_id = app.agency_id() and c.reseller_id <> app.account_id() and c.tax_id is not null
        and upper(regexp_replace(c.tax_id, '[^A-Za-z0-9]', '', 'g')) = upper(regexp_replace(p_tax_id, '[^A-Za-z0-9]', '', 'g'))
        and (c.reseller_id = c.agency_id or c.claimed_until > p_at or c.coming_expiry < 'infinity'))
      then 'tax_id'
  end
$$;
grant create on schema app to tn_definer;
alter function app.customer_claimed(text, text, timestamptz) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.customer_claimed(text, text, timestamptz) to tn_reseller;
