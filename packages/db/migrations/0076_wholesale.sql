-- Wholesale: what an own-plan reseller owes its agency for the plan it is on (docs/decisions/023-money.md). It is a subscription like any
-- other, bought by the reseller's own account, so that renewals, overage, invoices and reminders are the same.

-- One at a time for a reseller.
create unique index subscriptions_one_wholesale on subscriptions (agency_id, customer_id)
  where customer_id = reseller_id and state <> 'ended';

alter table invoice_lines
  drop constraint invoice_lines_no_commission_check,
  add constraint invoice_lines_no_commission_check
    check (no_commission in ('own_sale', 'direct', 'own_plans', 'no_rate', 'wholesale'));
alter table commissions
  drop constraint commissions_reason_check,
  add constraint commissions_reason_check check (reason in ('rate', 'rate_zero', 'rounds_to_zero', 'refund', 'adjustment',
    'own_sale', 'direct', 'own_plans', 'no_rate', 'wholesale'));

-- Of what a reseller buys itself it pays what its plan lets the reseller pay; of what others buy nothing has changed.
create or replace function app.metered_terms(p_customer uuid)
returns table (subscription_id uuid, active boolean, meter text, kind text, included_units bigint, block_units bigint, payer text,
  block_minor bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select s.id, s.state = 'active', m.meter, k.kind, m.included_units * s.quantity, m.block_units, m.payer,
    case when case c.kind
      when 'reseller' then m.payer = 'reseller'
      else m.payer = 'customer' or m.payer = 'reseller' and c.reseller_id = c.agency_id
    end then o.amount_minor end
  from accounts c
  join subscriptions s on s.agency_id = c.agency_id and s.customer_id = c.id and s.state <> 'ended'
  join plan_meters m on m.agency_id = s.agency_id and m.version_id = s.version_id
  join meters k on k.agency_id = m.agency_id and k.key = m.meter
  left join plan_overages o on o.agency_id = m.agency_id and o.version_id = m.version_id and o.meter = m.meter
    and o.currency = s.currency
  where c.agency_id = app.agency_id() and c.id = p_customer and app.account_id() in (c.agency_id, c.reseller_id)
  order by k.position, m.meter, s.started_at, s.id
$$;

-- Whose name, colour and host a document carries: the caller's own front, and the agency's towards a reseller that buys.
create function app.front(p_account uuid)
returns table (name text, color text, host text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select a.name, b.color, h.host
  from accounts a
  join brands b on b.agency_id = a.agency_id and b.account_id = a.id
  join hostnames h on h.agency_id = a.agency_id and h.account_id = a.id and h.is_primary
  where a.agency_id = app.agency_id() and a.id = p_account
    and (app.account_id() in (a.agency_id, a.id) or a.id = a.agency_id)
$$;
grant create on schema app to tn_definer;
alter function app.front(uuid) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.front(uuid) to tn_agency, tn_reseller;
