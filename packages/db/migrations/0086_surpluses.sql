-- Money that came for an invoice and is not of it: paid twice, after it was taken back, or another amount than is owed (docs/decisions/023-money.md). It
-- stands on the invoice and in the books, owed to who paid, until it was given back.
alter table payments
  drop constraint payments_kind_check,
  add constraint payments_kind_check check (kind in ('payment', 'refund', 'charge_back', 'surplus', 'surplus_back')),
  drop constraint payments_check,
  add constraint payments_check check ((kind in ('refund', 'charge_back')) = (credit_note_id is not null)),
  -- What it gives back.
  add column surplus_id uuid,
  add constraint payments_surplus_check check ((kind = 'surplus_back') = (surplus_id is not null)),
  add foreign key (agency_id, surplus_id) references payments (agency_id, id);
create index payments_surpluses on payments (agency_id, invoice_id) where kind = 'surplus';
create index payments_surplus_backs on payments (agency_id, surplus_id) where surplus_id is not null;

-- A gateway is asked once to give a surplus back; what fails is tried again in its place.
alter table refunds
  add column surplus_id uuid,
  add foreign key (agency_id, surplus_id) references payments (agency_id, id);
create unique index refunds_once_for_surplus on refunds (agency_id, surplus_id) where surplus_id is not null;

-- Which payment went back, where that is told: the gateway's number, or a surplus's id.
alter table payment_events add column of_payment text check (length(of_payment) <= 200);

-- What came too much so far.
alter table payments no force row level security;
alter table payment_events no force row level security;
alter table invoices no force row level security;
alter table ledger_transfers no force row level security;
with come as (
  insert into payments (agency_id, id, distributor_id, reseller_id, customer_id, invoice_id, kind, provider, reference, amount_minor, currency,
    payer_email, at)
  select e.agency_id, gen_random_uuid(), e.distributor_id, e.reseller_id, e.customer_id, e.invoice_id, 'surplus', e.provider, e.reference,
    e.amount_minor, e.currency, e.payer_email, e.received_at
  from payment_events e where e.kind = 'paid' and e.outcome in ('already_paid', 'wrong_amount')
  returning *
)
insert into ledger_transfers (agency_id, id, distributor_id, reseller_id, book_id, currency, debit, credit, amount_minor, source_kind,
  source_id, kind, at)
select c.agency_id, gen_random_uuid(), c.distributor_id, c.reseller_id, i.seller_id, c.currency, 'cash', 'overpaid:' || c.customer_id,
  c.amount_minor, 'payment', c.id, 'surplus', c.at
from come c join invoices i on i.agency_id = c.agency_id and i.id = c.invoice_id;
alter table ledger_transfers force row level security;
alter table invoices force row level security;
alter table payment_events force row level security;
alter table payments force row level security;

-- Invoices of a seller for which more came than is owed, and nobody has asked for it to be given back. With the caller's rights.
create function app.surpluses_held(p_seller uuid) returns setof uuid
language sql stable set search_path = public, pg_temp
as $$
  select distinct i.id
  from payments p
  join invoices i on i.agency_id = p.agency_id and i.id = p.invoice_id and i.seller_id = p_seller
  where p.agency_id = app.agency_id() and p.kind = 'surplus'
    and p.amount_minor > coalesce((
      select sum(b.amount_minor) from payments b where b.agency_id = p.agency_id and b.surplus_id = p.id), 0)
    and not exists (
      select from refunds r where r.agency_id = p.agency_id and r.surplus_id = p.id and r.state = 'asked')
$$;
revoke execute on function app.surpluses_held(uuid) from public;
grant execute on function app.surpluses_held(uuid) to tn_agency, tn_reseller;
