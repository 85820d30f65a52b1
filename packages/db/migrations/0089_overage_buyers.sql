-- Who is charged for what a customer used past the included units: the customer, or, where the plan of the agency says that the reseller
-- pays, the reseller that sold it for a commission (docs/decisions/023-money.md). A count keeps whom it was charged to.
alter table overages add column buyer_id uuid;
update overages set buyer_id = customer_id;
alter table overages
  alter column buyer_id set not null,
  add foreign key (agency_id, buyer_id) references accounts (agency_id, id);

-- Whose use a line charges, where that is not who buys.
alter table invoice_lines add column used_by text;

-- What the subscriptions of a customer that have not ended say of each meter, the one sold first first. Included units are those of a
-- month. `buyer_id` is who is charged for more, and null where nobody is: a seller charges nothing to itself.
drop function app.metered_terms(uuid);
create function app.metered_terms(p_customer uuid)
returns table (subscription_id uuid, active boolean, meter text, kind text, included_units bigint, block_units bigint, payer text,
  block_minor bigint, buyer_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select s.id, s.state = 'active', m.meter, k.kind, m.included_units * s.quantity, m.block_units, m.payer, o.amount_minor,
    case when c.kind = 'reseller' then case when m.payer = 'reseller' then c.id end
      when m.payer = 'customer' then c.id
      when m.payer = 'reseller' and s.seller_id = c.agency_id then
        case when s.reseller_id = c.agency_id then c.id else s.reseller_id end
    end
  from accounts c
  join subscriptions s on s.agency_id = c.agency_id and s.customer_id = c.id and s.state <> 'ended'
  join plan_meters m on m.agency_id = s.agency_id and m.version_id = s.version_id
  join meters k on k.agency_id = m.agency_id and k.key = m.meter
  left join plan_overages o on o.agency_id = m.agency_id and o.version_id = m.version_id and o.meter = m.meter
    and o.currency = s.currency
  where c.agency_id = app.agency_id() and c.id = p_customer and app.account_id() in (c.agency_id, c.reseller_id)
  order by k.position, m.meter, s.started_at, s.id
$$;
grant select (seller_id, reseller_id) on subscriptions to tn_definer;
grant create on schema app to tn_definer;
alter function app.metered_terms(uuid) owner to tn_definer;
revoke create on schema app from tn_definer;
revoke all on function app.metered_terms(uuid) from public;
grant execute on function app.metered_terms(uuid) to tn_agency, tn_reseller;
