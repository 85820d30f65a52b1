-- A seller's account at Stripe (docs/decisions/028-stripe.md). What is secret is sealed, and opens for this row alone.
create table gateway_accounts (
  agency_id uuid not null,
  account_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  -- As Stripe calls it.
  gateway_id text not null check (length(gateway_id) between 1 and 100),
  name text not null check (length(name) <= 200),
  charges boolean not null,
  secret_key bytea not null,
  webhook_secret bytea not null,
  key_id text not null,
  last_four text not null check (length(last_four) = 4),
  checked_at timestamptz not null,
  updated_at timestamptz not null default now(),
  primary key (agency_id, account_id),
  foreign key (agency_id, account_id) references accounts (agency_id, id)
);
select app.protect('gateway_accounts', 'agency');
grant select, insert, delete, update (gateway_id, name, charges, secret_key, webhook_secret, key_id, last_four,
    checked_at, updated_at)
  on gateway_accounts to tn_agency;
grant select, delete on gateway_accounts to tn_definer;

-- For whoever sells for a seller, as seller_account is: payers come to its reseller's host.
create function app.gateway_account(p_seller uuid)
returns table (gateway_id text, secret_key bytea, webhook_secret bytea, key_id text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select g.gateway_id, g.secret_key, g.webhook_secret, g.key_id
  from gateway_accounts g
  where g.agency_id = app.agency_id() and g.account_id = p_seller
    and (app.account_id() in (g.agency_id, g.account_id) or g.account_id = g.agency_id)
$$;
grant create on schema app to tn_definer;
alter function app.gateway_account(uuid) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.gateway_account(uuid) to tn_agency, tn_reseller;

-- Money to be given back by the gateway that took it. What came of it is told by the gateway, as a payment event.
create table refunds (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  invoice_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  reason text not null check (length(reason) <= 200),
  state text not null default 'asked' check (state in ('asked', 'done', 'failed')),
  -- Why it failed, or why it is being tried again.
  failure text check (failure in ('refused', 'key_refused', 'already_refunded', 'unreachable', 'no_account')),
  -- How often it was asked for anew after a failure: a gateway gives the same answer to the same key.
  again integer not null default 0,
  asked_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, invoice_id) references invoices (agency_id, id)
);
create index refunds_by_invoice on refunds (agency_id, invoice_id, asked_at);
select app.protect('refunds', 'agency', 'reseller');
grant select, insert, update (state, failure, again) on refunds to tn_agency, tn_reseller;
grant update (reason) on refunds to tn_agency;
grant delete, select (agency_id) on refunds to tn_definer;

alter table payment_events
  drop constraint payment_events_provider_check,
  add constraint payment_events_provider_check check (provider in ('test', 'bank', 'refund', 'stripe'));

-- What the built-in gateway has to tell later, by business time: moving the clock moves it.
create table test_gateway_calls (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  message jsonb not null,
  due_at timestamptz not null,
  primary key (agency_id, id)
);
create index test_gateway_calls_due on test_gateway_calls (agency_id, due_at);
select app.protect('test_gateway_calls', 'agency', 'reseller');
grant select, insert on test_gateway_calls to tn_agency, tn_reseller;
grant delete on test_gateway_calls to tn_agency, tn_definer;
grant select on test_gateway_calls to tn_definer;
create policy due on test_gateway_calls for select to tn_definer using (true);

-- The worker's: who has a call to make, now or later.
create function app.test_gateway_calls_waiting() returns table (agency_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select g.agency_id from agencies g where exists (select from test_gateway_calls c where c.agency_id = g.agency_id)
$$;
grant create on schema app to tn_definer;
alter function app.test_gateway_calls_waiting() owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.test_gateway_calls_waiting() to tn_worker;
