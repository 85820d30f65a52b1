-- Selling: who sells to whom at which price, what is owed for it, what was paid, and what a reseller earns by it
-- (docs/decisions/023-money.md). Documents, lines, payments, decisions and the ledger are insert only; what changes
-- about them stands in rows of its own.

-- What only a customer has.
create table customers (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null check (customer_id = id),
  type text not null default 'customer' check (type in ('customer', 'internal')),
  -- Printed on its invoices. A tax id decides who owes the tax.
  address text not null default '' check (length(address) <= 500),
  tax_id text check (length(tax_id) <= 40),
  primary key (agency_id, id),
  foreign key (agency_id, id) references accounts (agency_id, id)
);
select app.protect('customers', 'agency', 'distributor', 'reseller');
grant select, insert, update (type, address, tax_id) on customers to tn_agency, tn_reseller;
grant select on customers to tn_distributor;
grant delete on customers to tn_definer;
alter table accounts no force row level security;
alter table customers no force row level security;
insert into customers (agency_id, id, distributor_id, reseller_id, customer_id)
select agency_id, id, distributor_id, reseller_id, id from accounts where kind = 'customer';
alter table customers force row level security;
alter table accounts force row level security;

-- Who a seller is on paper. Without a row it is its account's name, and no tax is charged.
create table legal_entities (
  agency_id uuid not null,
  account_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  address text not null default '' check (length(address) <= 500),
  country text,
  tax_id text check (length(tax_id) <= 40),
  tax_bps integer not null default 0 check (tax_bps between 0 and 10000),
  updated_at timestamptz not null default now(),
  primary key (agency_id, account_id),
  foreign key (agency_id, account_id) references accounts (agency_id, id)
);
select app.protect('legal_entities', 'agency', 'reseller');
grant select, insert, update (name, address, country, tax_id, tax_bps, updated_at)
  on legal_entities to tn_agency, tn_reseller;
grant select, delete on legal_entities to tn_definer;

-- The share a reseller gets, by where it was set: of one customer, of a plan of the agency's, of an agreement, or of the
-- reseller. The newest row of each counts; null = taken away. A rate is never rewritten, so that every moment's can be told.
create table commission_rates (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  plan_id uuid,
  source text not null check (source in ('customer', 'plan', 'agreement', 'reseller')),
  rate_bps integer check (rate_bps between 0 and 10000),
  set_by text not null check (set_by in ('agency', 'reseller')),
  set_at timestamptz not null,
  -- Says which is the newest: two set in one transaction differ, and a clock that is moved changes nothing.
  created_at timestamptz not null default clock_timestamp(),
  primary key (agency_id, id),
  foreign key (agency_id, reseller_id) references accounts (agency_id, id),
  foreign key (agency_id, customer_id) references accounts (agency_id, id),
  foreign key (agency_id, plan_id) references plans (agency_id, id),
  check ((source = 'plan') = (plan_id is not null)),
  check ((source = 'customer') = (customer_id <> agency_id)),
  check (source <> 'plan' or reseller_id = agency_id),
  check (source <> 'reseller' or reseller_id <> agency_id)
);
create index commission_rates_newest
  on commission_rates (agency_id, reseller_id, customer_id, source, plan_id, created_at);
select app.protect('commission_rates', 'agency', 'reseller');
grant select, insert on commission_rates to tn_agency;
grant select on commission_rates to tn_reseller;
grant select, insert, delete on commission_rates to tn_definer;

-- A customer's running use of one version of a plan, at the price it was sold for. Its period is [period_from,
-- period_to) in days of the agency's billing zone; `due_at` is the instant at which it ends, when the worker comes back.
create table subscriptions (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  code text not null,
  seller_id uuid not null,
  state text not null check (state in ('trial', 'active', 'ended')),
  plan_id uuid not null,
  version_id uuid not null,
  plan_name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  billed_every text not null check (billed_every in ('month', 'year')),
  unit_minor bigint not null check (unit_minor >= 0),
  quantity integer not null check (quantity > 0),
  -- The day from which periods are counted, and how many have begun.
  anchor date not null,
  period integer not null check (period >= 0),
  period_from date not null,
  period_to date not null check (period_to > period_from),
  due_at timestamptz not null,
  -- It ends with its period.
  cancelled_at timestamptz,
  -- A change that waits for the next period.
  next_plan_id uuid,
  next_version_id uuid,
  next_plan_name text,
  next_unit_minor bigint check (next_unit_minor >= 0),
  next_quantity integer check (next_quantity > 0),
  started_at timestamptz not null,
  ended_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, code),
  foreign key (agency_id, customer_id) references accounts (agency_id, id),
  foreign key (agency_id, seller_id) references accounts (agency_id, id),
  foreign key (agency_id, plan_id, version_id) references plan_versions (agency_id, plan_id, id),
  foreign key (agency_id, next_plan_id, next_version_id) references plan_versions (agency_id, plan_id, id),
  check (num_nulls(next_plan_id, next_version_id, next_plan_name, next_unit_minor, next_quantity) in (0, 5)),
  check ((state = 'ended') = (ended_at is not null))
);
create index subscriptions_by_customer on subscriptions (agency_id, customer_id, started_at, id);
create index subscriptions_by_seller on subscriptions (agency_id, reseller_id, started_at, id);
create index subscriptions_due on subscriptions (agency_id, due_at) where state <> 'ended';
select app.protect('subscriptions', 'agency', 'reseller');
grant select, insert, update (state, plan_id, version_id, plan_name, unit_minor, quantity, period, period_from, period_to,
    due_at, cancelled_at, next_plan_id, next_version_id, next_plan_name, next_unit_minor, next_quantity, ended_at, updated_at)
  on subscriptions to tn_agency, tn_reseller;
grant select (agency_id, due_at, state), delete on subscriptions to tn_definer;
create policy due on subscriptions for select to tn_definer using (true);

-- What was asked for a subscription, by whom, and the invoice that came of it.
create table orders (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  code text not null,
  subscription_id uuid not null,
  kind text not null check (kind in ('new', 'change', 'cancel', 'reactivate')),
  plan_name text not null,
  quantity integer not null,
  invoice_id uuid,
  placed_by text not null,
  placed_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, code),
  foreign key (agency_id, customer_id) references accounts (agency_id, id),
  foreign key (agency_id, subscription_id) references subscriptions (agency_id, id)
);
create index orders_by_customer on orders (agency_id, customer_id, placed_at, id);
select app.protect('orders', 'agency', 'reseller');
grant select, insert on orders to tn_agency, tn_reseller;
grant delete on orders to tn_definer;

-- An invoice or a credit note as it was issued. Names and addresses are copies.
create table invoices (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  seller_id uuid not null,
  kind text not null check (kind in ('invoice', 'credit_note')),
  number bigint not null check (number > 0),
  code text not null,
  -- The invoice a credit note takes from.
  invoice_id uuid,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  net_minor bigint not null check (net_minor >= 0),
  tax_minor bigint not null check (tax_minor >= 0),
  total_minor bigint not null check (total_minor = net_minor + tax_minor),
  seller jsonb not null,
  buyer jsonb not null,
  issued_at timestamptz not null,
  due_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, seller_id, kind, number),
  foreign key (agency_id, customer_id) references accounts (agency_id, id),
  foreign key (agency_id, seller_id) references accounts (agency_id, id),
  foreign key (agency_id, invoice_id) references invoices (agency_id, id),
  check ((kind = 'credit_note') = (invoice_id is not null))
);
create index invoices_by_issued on invoices (agency_id, issued_at, id);
create index invoices_by_seller on invoices (agency_id, reseller_id, issued_at, id);
create index invoices_by_customer on invoices (agency_id, customer_id, issued_at, id);
create index invoices_by_invoice on invoices (agency_id, invoice_id) where invoice_id is not null;
select app.protect('invoices', 'agency', 'reseller');
grant select, insert on invoices to tn_agency, tn_reseller;
grant delete on invoices to tn_definer;

-- A line, with the commission rate that counted when it was issued. Lines of a credit note name what they take from.
create table invoice_lines (
  agency_id uuid not null,
  invoice_id uuid not null,
  position smallint not null check (position > 0),
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('new', 'change', 'renewal', 'credit')),
  subscription_id uuid not null,
  period_from date not null,
  period_to date not null,
  plan_name text not null,
  quantity integer not null,
  net_minor bigint not null check (net_minor >= 0),
  tax_bps integer not null check (tax_bps between 0 and 10000),
  tax_reason text not null check (tax_reason in ('standard', 'exempt', 'reverse_charge', 'outside_scope')),
  tax_minor bigint not null check (tax_minor >= 0),
  rate_id uuid,
  rate_source text check (rate_source in ('customer', 'plan', 'agreement', 'reseller')),
  rate_bps integer check (rate_bps between 0 and 10000),
  -- What it comes to where no rate counts.
  no_commission text check (no_commission in ('own_sale', 'direct', 'own_plans', 'no_rate')),
  primary key (agency_id, invoice_id, position),
  foreign key (agency_id, invoice_id) references invoices (agency_id, id),
  foreign key (agency_id, subscription_id) references subscriptions (agency_id, id),
  foreign key (agency_id, rate_id) references commission_rates (agency_id, id),
  check ((rate_id is null) = (no_commission is not null)),
  check ((rate_id is null) = (rate_bps is null))
);
-- At most one charge for a period of a subscription, however often the worker comes by.
create unique index invoice_lines_one_per_period on invoice_lines (agency_id, subscription_id, period_from)
  where kind in ('new', 'renewal');
select app.protect('invoice_lines', 'agency', 'reseller');
grant select, insert on invoice_lines to tn_agency, tn_reseller;
grant delete on invoice_lines to tn_definer;

-- What has become of an invoice. Written by what takes up payments alone, which runs for the agency.
create table invoice_states (
  agency_id uuid not null,
  invoice_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  state text not null default 'open' check (state in ('open', 'paid', 'void', 'uncollectible')),
  due_at timestamptz not null,
  paid_at timestamptz,
  refunded_minor bigint not null default 0 check (refunded_minor >= 0),
  primary key (agency_id, invoice_id),
  foreign key (agency_id, invoice_id) references invoices (agency_id, id),
  check ((state = 'paid') = (paid_at is not null))
);
create index invoice_states_open on invoice_states (agency_id, reseller_id, due_at, invoice_id) where state = 'open';
select app.protect('invoice_states', 'agency', 'reseller');
grant select, insert on invoice_states to tn_agency, tn_reseller;
grant update (state, paid_at, refunded_minor) on invoice_states to tn_agency;
grant delete on invoice_states to tn_definer;

-- The last number of each seller's series.
create table invoice_numbers (
  agency_id uuid not null,
  seller_id uuid not null,
  kind text not null check (kind in ('invoice', 'credit_note')),
  distributor_id uuid not null,
  reseller_id uuid not null,
  last bigint not null,
  primary key (agency_id, seller_id, kind),
  foreign key (agency_id, seller_id) references accounts (agency_id, id)
);
select app.protect('invoice_numbers', 'agency');
grant select, insert, update (last), delete on invoice_numbers to tn_definer;

-- A link that opens one invoice for whoever has it, on its front's host. The secret in it is derived and stands nowhere.
create table payment_links (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  invoice_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, invoice_id) references invoices (agency_id, id)
);
create unique index payment_links_one_open on payment_links (agency_id, invoice_id) where revoked_at is null;
select app.protect('payment_links', 'agency', 'reseller');
grant select, insert, update (revoked_at) on payment_links to tn_agency, tn_reseller;
grant delete on payment_links to tn_definer;

-- What a gateway, or a person for a bank, says happened to an invoice's money. Each event once, in any order; what comes
-- of it is decided when it is taken up, from the state there is then.
create table payment_events (
  agency_id uuid not null,
  provider text not null check (provider in ('test', 'bank', 'refund')),
  event_id text not null check (length(event_id) between 1 and 100),
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  invoice_id uuid not null,
  kind text not null check (kind in ('paid', 'declined', 'refunded', 'charged_back')),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  reference text not null check (length(reference) <= 200),
  payer_email text check (length(payer_email) <= 254),
  received_at timestamptz not null default now(),
  -- What was done: applied, or why nothing was.
  outcome text check (outcome in ('applied', 'already_paid', 'not_paid', 'wrong_amount', 'noted')),
  primary key (agency_id, provider, event_id),
  foreign key (agency_id, invoice_id) references invoices (agency_id, id)
);
create index payment_events_by_invoice on payment_events (agency_id, invoice_id, received_at);
select app.protect('payment_events', 'agency', 'reseller');
grant select, insert on payment_events to tn_agency, tn_reseller;
grant update (outcome, payer_email) on payment_events to tn_agency;
grant delete on payment_events to tn_definer;

-- Money that came in, or went back, for an invoice.
create table payments (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  invoice_id uuid not null,
  -- The credit note of a refund.
  credit_note_id uuid,
  kind text not null check (kind in ('payment', 'refund', 'charge_back')),
  provider text not null,
  reference text not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  payer_email text,
  at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, invoice_id) references invoices (agency_id, id),
  foreign key (agency_id, credit_note_id) references invoices (agency_id, id),
  check ((kind = 'payment') = (credit_note_id is null))
);
create unique index payments_once on payments (agency_id, invoice_id) where kind = 'payment';
create index payments_by_invoice on payments (agency_id, invoice_id, at);
select app.protect('payments', 'agency', 'reseller');
grant select, insert, update (payer_email) on payments to tn_agency;
grant select on payments to tn_reseller;
grant delete on payments to tn_definer;

-- What each line of an invoice brought its reseller when money moved, with everything it was reckoned from: one row for
-- every line and movement, also where nothing came of it. `amount_minor` is below zero where a refund takes it back.
create table commissions (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  invoice_id uuid not null,
  position smallint not null,
  payment_id uuid not null,
  outcome text not null check (outcome in ('created', 'zero', 'skipped')),
  reason text not null,
  rate_id uuid,
  rate_source text,
  rate_bps integer,
  base_minor bigint not null,
  amount_minor bigint not null,
  currency text not null,
  at timestamptz not null,
  payable_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, payment_id, position),
  foreign key (agency_id, invoice_id, position) references invoice_lines (agency_id, invoice_id, position),
  foreign key (agency_id, payment_id) references payments (agency_id, id),
  check (amount_minor = 0 or outcome = 'created')
);
create index commissions_by_reseller on commissions (agency_id, reseller_id, at, id);
create index commissions_by_at on commissions (agency_id, at, id);
create index commissions_by_invoice on commissions (agency_id, invoice_id);
select app.protect('commissions', 'agency', 'reseller');
grant select, insert on commissions to tn_agency;
grant select on commissions to tn_reseller;
grant delete on commissions to tn_definer;

-- The books: one per seller. A transfer takes from one account of a book and gives to another, so every book is balanced
-- whatever is written. Written by app.book_transfers() alone, and never changed.
create table ledger_transfers (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  book_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  debit text not null,
  credit text not null check (credit <> debit),
  amount_minor bigint not null check (amount_minor > 0),
  source_kind text not null check (source_kind in ('invoice', 'payment', 'commission')),
  source_id uuid not null,
  kind text not null,
  at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, source_kind, source_id, kind),
  foreign key (agency_id, book_id) references accounts (agency_id, id)
);
create index ledger_transfers_by_book on ledger_transfers (agency_id, book_id, at, id);
select app.protect('ledger_transfers', 'agency', 'reseller');
grant select on ledger_transfers to tn_agency, tn_reseller;
grant insert, delete on ledger_transfers to tn_definer;

-- The next number of a seller's series: the root's for who sells the agency's plans, or the caller's own. Whoever issues for the same
-- seller meanwhile waits, and a number whose transaction fails is given out again: no gaps.
create function app.next_invoice_number(p_seller uuid, p_kind text) returns bigint
language sql security definer set search_path = public, pg_temp
as $$
  insert into invoice_numbers (agency_id, seller_id, kind, distributor_id, reseller_id, last)
  select a.agency_id, a.id, p_kind, a.distributor_id, a.reseller_id, 1
  from accounts a
  where a.agency_id = app.agency_id() and a.id = p_seller
    and (app.account_id() in (a.agency_id, a.id) or a.id = a.agency_id)
  on conflict (agency_id, seller_id, kind) do update set last = invoice_numbers.last + 1
  returning last
$$;

-- Writes transfers: [{id, book, resellerId, distributorId, currency, debit, credit, amountMinor, sourceKind, sourceId, kind, at}]. A
-- reseller books what it sold itself, or what it sold for the agency.
create function app.book_transfers(p jsonb) returns void
language sql security definer set search_path = public, pg_temp
as $$
  insert into ledger_transfers (agency_id, id, distributor_id, reseller_id, book_id, currency, debit, credit, amount_minor,
    source_kind, source_id, kind, at)
  select app.agency_id(), (t ->> 'id')::uuid, (t ->> 'distributorId')::uuid, (t ->> 'resellerId')::uuid, (t ->> 'book')::uuid,
    t ->> 'currency', t ->> 'debit', t ->> 'credit', (t ->> 'amountMinor')::bigint,
    t ->> 'sourceKind', (t ->> 'sourceId')::uuid, t ->> 'kind', (t ->> 'at')::timestamptz
  from jsonb_array_elements(p) t
  where app.account_id() = app.agency_id()
    or (t ->> 'resellerId')::uuid = app.account_id() and (t ->> 'book')::uuid in (app.account_id(), app.agency_id())
$$;

-- Who the seller is on paper, for whoever sells for it.
create function app.seller_on_paper(p_seller uuid)
returns table (name text, address text, country text, tax_id text, tax_bps integer, zone text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce(e.name, a.name), coalesce(e.address, ''), coalesce(e.country, a.country, g.country), e.tax_id,
    coalesce(e.tax_bps, 0), g.billing_zone
  from accounts a
  join agencies g on g.agency_id = a.agency_id
  left join legal_entities e on e.agency_id = a.agency_id and e.account_id = a.id
  where a.agency_id = app.agency_id() and a.id = p_seller
    and (app.account_id() in (a.agency_id, a.id) or a.id = a.agency_id)
$$;

-- What can be sold to a customer, and by whom: an own-plan reseller's plans to its customers, the agency's to its direct
-- ones and, as far as they are published to it, to those of a commission reseller. One price a row.
create function app.sellable_plans(p_customer uuid)
returns table (seller_id uuid, plan_id uuid, version_id uuid, name text, description text, currency text, billed_every text,
  unit_minor bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.reseller_id, p.id, v.id, p.name, p.description, x.currency, x.billed_every, x.amount_minor
  from accounts c
  left join resellers r on r.agency_id = c.agency_id and r.id = c.reseller_id
  join plans p on p.agency_id = c.agency_id and p.archived_at is null
    and p.reseller_id = case r.type when 'own_plans' then r.id else c.agency_id end
    and (r.id is null or p.reseller_id = r.id or p.visibility = 'all' or p.visibility = 'chosen' and exists (
      select from plan_audiences a where a.agency_id = p.agency_id and a.plan_id = p.id and a.reseller_id = r.id))
  join plan_versions v on v.agency_id = p.agency_id and v.plan_id = p.id and v.number = p.current_version
  join plan_prices x on x.agency_id = v.agency_id and x.version_id = v.id
  where c.agency_id = app.agency_id() and c.id = p_customer and c.kind = 'customer' and c.archived_at is null
    and app.account_id() in (c.agency_id, c.reseller_id)
$$;

-- What was last said of each source's rate for a customer, and of a customer's by each side. With a plan, its own too.
create function app.rates_of(p_customer uuid, p_plan uuid)
returns table (source text, set_by text, id uuid, rate_bps integer, created_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct on (r.source, r.set_by) r.source, r.set_by, r.id, r.rate_bps, r.created_at
  from accounts c
  join commission_rates r on r.agency_id = c.agency_id
    and (r.source = 'customer' and r.reseller_id = c.reseller_id and r.customer_id = c.id
      or r.source = 'plan' and r.reseller_id = c.agency_id and r.customer_id = c.agency_id and r.plan_id = p_plan
      or r.source in ('agreement', 'reseller') and r.reseller_id = c.reseller_id and r.customer_id = c.agency_id)
  where c.agency_id = app.agency_id() and c.id = p_customer and app.account_id() in (c.agency_id, c.reseller_id)
  order by r.source, r.set_by, r.created_at desc, r.id desc
$$;

-- A reseller's own word on a customer's rate, null = taken away. It counts only where it is lower than what would count
-- without it (commissions/rate.ts), so that no way of writing it raises anything.
create function app.lower_rate(p_id uuid, p_customer uuid, p_rate_bps integer, p_set_at timestamptz) returns void
language sql security definer set search_path = public, pg_temp
as $$
  insert into commission_rates (agency_id, id, distributor_id, reseller_id, customer_id, source, rate_bps, set_by, set_at)
  select c.agency_id, p_id, c.distributor_id, c.reseller_id, c.id, 'customer', p_rate_bps, 'reseller', p_set_at
  from accounts c
  where c.agency_id = app.agency_id() and c.id = p_customer and c.kind = 'customer' and c.reseller_id = app.account_id()
$$;

-- Which agencies have a subscription whose period is over by their own clock. The worker asks; the work is done inside.
create function app.subscriptions_due() returns table (agency_id uuid, now timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select g.agency_id, g.now
  from (select a.agency_id, now() + case a.mode when 'test' then a.clock_offset else '0' end as now from agencies a) g
  where exists (
    select from subscriptions s where s.agency_id = g.agency_id and s.state <> 'ended' and s.due_at <= g.now)
$$;

grant create on schema app to tn_definer;
alter function app.next_invoice_number(uuid, text) owner to tn_definer;
alter function app.book_transfers(jsonb) owner to tn_definer;
alter function app.seller_on_paper(uuid) owner to tn_definer;
alter function app.sellable_plans(uuid) owner to tn_definer;
alter function app.rates_of(uuid, uuid) owner to tn_definer;
alter function app.lower_rate(uuid, uuid, integer, timestamptz) owner to tn_definer;
alter function app.subscriptions_due() owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.next_invoice_number(uuid, text), app.book_transfers(jsonb), app.seller_on_paper(uuid),
  app.sellable_plans(uuid), app.rates_of(uuid, uuid) to tn_agency, tn_reseller;
grant execute on function app.lower_rate(uuid, uuid, integer, timestamptz) to tn_reseller;
grant execute on function app.subscriptions_due() to tn_worker;
