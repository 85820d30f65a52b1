-- Overage: what a customer's meters came to when a subscription's period ended, and what of it was charged with which line
-- (docs/decisions/023-money.md). Insert only: a later step of the same period says what was charged or taken off since.
create table overages (
  agency_id uuid not null,
  subscription_id uuid not null,
  meter text not null,
  period_from date not null,
  -- 1 when the period ended; more where usage came late.
  step integer not null check (step > 0),
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  period_to date not null,
  -- The first day that was counted: days before it were counted by another subscription.
  counted_from date not null,
  units bigint not null check (units >= 0),
  -- The terms that counted when the period ended, in every step.
  included_units bigint not null check (included_units >= 0),
  block_units bigint not null check (block_units > 0),
  block_minor bigint not null check (block_minor >= 0),
  -- Below zero where it was taken off a line.
  billed_minor bigint not null,
  -- The line it stands on; none where it came to nothing.
  invoice_id uuid,
  position smallint,
  counted_at timestamptz not null,
  primary key (agency_id, subscription_id, meter, period_from, step),
  foreign key (agency_id, customer_id) references accounts (agency_id, id),
  foreign key (agency_id, subscription_id) references subscriptions (agency_id, id),
  foreign key (agency_id, meter) references meters (agency_id, key),
  foreign key (agency_id, invoice_id, position) references invoice_lines (agency_id, invoice_id, position),
  check (period_from <= counted_from and counted_from < period_to),
  check ((invoice_id is null) = (position is null))
);
create index overages_by_customer on overages (agency_id, customer_id);
create index overages_by_invoice on overages (agency_id, invoice_id) where invoice_id is not null;
select app.protect('overages', 'agency', 'reseller');
grant select, insert on overages to tn_agency;
grant select on overages to tn_reseller;
grant delete, select (agency_id) on overages to tn_definer;

alter table invoice_lines
  drop constraint invoice_lines_kind_check,
  add constraint invoice_lines_kind_check
    check (kind in ('new', 'change', 'renewal', 'overage', 'correction', 'credit'));

-- What the subscriptions of a customer that have not ended say of each meter, the one sold first first. Included units are those of a
-- month; `block_minor` is null where nothing is charged to the customer.
create function app.metered_terms(p_customer uuid)
returns table (subscription_id uuid, active boolean, meter text, kind text, included_units bigint, block_units bigint, payer text,
  block_minor bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select s.id, s.state = 'active', m.meter, k.kind, m.included_units * s.quantity, m.block_units, m.payer,
    case when m.payer = 'customer' or m.payer = 'reseller' and c.reseller_id = c.agency_id then o.amount_minor end
  from accounts c
  join subscriptions s on s.agency_id = c.agency_id and s.customer_id = c.id and s.state <> 'ended'
  join plan_meters m on m.agency_id = s.agency_id and m.version_id = s.version_id
  join meters k on k.agency_id = m.agency_id and k.key = m.meter
  left join plan_overages o on o.agency_id = m.agency_id and o.version_id = m.version_id and o.meter = m.meter
    and o.currency = s.currency
  where c.agency_id = app.agency_id() and c.id = p_customer and app.account_id() in (c.agency_id, c.reseller_id)
  order by k.position, m.meter, s.started_at, s.id
$$;
grant select (agency_id, id, customer_id, version_id, currency, quantity, started_at) on subscriptions to tn_definer;
grant create on schema app to tn_definer;
alter function app.metered_terms(uuid) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.metered_terms(uuid) to tn_agency, tn_reseller;
