-- Prices net or gross per seller (docs/decisions/031-gross-prices.md): whether the tax that a seller charges at home is in its prices.
alter table legal_entities add column prices_include_tax boolean not null default false;
grant update (prices_include_tax) on legal_entities to tn_agency, tn_reseller;
-- What a document's prices were when it was issued. All that were issued before were net.
alter table invoices add column prices_include_tax boolean not null default false;

drop function app.seller_on_paper(uuid);
create function app.seller_on_paper(p_seller uuid)
returns table (name text, address text, country text, tax_id text, tax_bps integer, zone text, prices_include_tax boolean)
language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce(e.name, a.name), coalesce(e.address, ''), coalesce(e.country, a.country, g.country), e.tax_id,
    coalesce(e.tax_bps, 0), g.billing_zone, coalesce(e.prices_include_tax, false)
  from accounts a
  join agencies g on g.agency_id = a.agency_id
  left join legal_entities e on e.agency_id = a.agency_id and e.account_id = a.id
  where a.agency_id = app.agency_id() and a.id = p_seller
    and (app.account_id() in (a.agency_id, a.id) or a.id = a.agency_id)
$$;

-- Sellers in whose prices there is tax, and how much: for whoever sells for them or beneath them, and a customer's own.
grant select (seller_id) on subscriptions to tn_definer, tn_customer;
create function app.taxed_prices() returns table (seller_id uuid, included_bps integer)
language sql stable security definer set search_path = public, pg_temp rows 10
as $$
  select e.account_id, e.tax_bps
  from legal_entities e
  where e.agency_id = app.agency_id() and e.prices_include_tax and e.tax_id is not null and e.tax_bps > 0
    and (app.account_id() in (e.agency_id, e.account_id) or e.account_id = e.agency_id or exists (
      select from subscriptions s where s.agency_id = e.agency_id and s.customer_id = app.account_id() and s.seller_id = e.account_id))
$$;
grant create on schema app to tn_definer;
alter function app.seller_on_paper(uuid) owner to tn_definer;
alter function app.taxed_prices() owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.seller_on_paper(uuid) to tn_agency, tn_reseller;
grant execute on function app.taxed_prices() to tn_agency, tn_distributor, tn_upline, tn_reseller, tn_customer;

-- The tax that is in a price, half to even, whatever its sign: what invoices/tax.ts takes out of a price that stands alone.
create function app.tax_in(p_minor bigint, p_bps integer) returns bigint
language sql immutable parallel safe
as $$
  select (sign(p_minor) * (div(n, d) + case sign(2 * mod(n, d) - d) when 1 then 1 when 0 then mod(div(n, d), 2) else 0 end))::bigint
  from (select abs(p_minor::numeric) * p_bps as n, (10000 + p_bps)::numeric as d) part
$$;
grant execute on function app.tax_in(bigint, integer) to tn_agency, tn_reseller;

-- MRR stays net: of prices with tax in them it is what is left of the period's charge without it.
create function app.net_month(p_every text, p_minor bigint, p_bps integer) returns bigint
language sql immutable parallel safe
as $$
  select case p_every when 'month' then net else (net + 6) / 12 - (net % 24 = 6)::integer end
  from (select p_minor - app.tax_in(p_minor, p_bps) as net) charge
$$;
drop function app.monthly_minor(subscriptions, timestamptz);
create function app.monthly_minor(s subscriptions, p_now timestamptz, p_included_bps integer) returns bigint
language sql immutable parallel safe
as $$
  select case
    when s.state <> 'active' or s.cancelled_at is not null and s.due_at <= p_now then 0
    when p_included_bps > 0 then app.net_month(s.billed_every, s.unit_minor * s.quantity, p_included_bps)
    when s.billed_every = 'month' then s.unit_minor * s.quantity
    else (s.unit_minor * s.quantity + 6) / 12 - (s.unit_minor * s.quantity % 24 = 6)::integer
  end
$$;
grant execute on function app.net_month(text, bigint, integer), app.monthly_minor(subscriptions, timestamptz, integer)
  to tn_agency, tn_reseller;
