-- Payouts: one transfer to a reseller for many lines of commission, in one currency. A line is in one payout at a time; what
-- fails or is cancelled sets its lines free (docs/decisions/023-money.md).
create table payouts (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  code text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor > 0),
  lines integer not null check (lines > 0),
  -- Lines that could be paid out by then.
  cut_off timestamptz not null,
  state text not null default 'draft' check (state in ('draft', 'sent', 'completed', 'failed', 'cancelled')),
  -- What the bank calls it, or why it failed.
  reference text not null default '' check (length(reference) <= 200),
  created_at timestamptz not null,
  sent_at timestamptz,
  settled_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, code),
  foreign key (agency_id, reseller_id) references accounts (agency_id, id)
);
create index payouts_by_created on payouts (agency_id, created_at, id);
create index payouts_by_reseller on payouts (agency_id, reseller_id, created_at, id);
select app.protect('payouts', 'agency', 'reseller');
grant select, insert, update (state, reference, sent_at, settled_at, updated_at) on payouts to tn_agency;
grant select on payouts to tn_reseller;
grant delete on payouts to tn_definer;

create table payout_lines (
  agency_id uuid not null,
  payout_id uuid not null,
  commission_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  -- Set when the payout came to nothing.
  released_at timestamptz,
  primary key (agency_id, payout_id, commission_id),
  foreign key (agency_id, payout_id) references payouts (agency_id, id),
  foreign key (agency_id, commission_id) references commissions (agency_id, id)
);
create unique index payout_lines_once on payout_lines (agency_id, commission_id) where released_at is null;
select app.protect('payout_lines', 'agency', 'reseller');
grant select, insert, update (released_at) on payout_lines to tn_agency;
grant select on payout_lines to tn_reseller;
grant delete on payout_lines to tn_definer;

alter table ledger_transfers
  drop constraint ledger_transfers_source_kind_check,
  add constraint ledger_transfers_source_kind_check
    check (source_kind in ('invoice', 'payment', 'commission', 'payout'));

-- Business time of the agency whose transaction this is: the database's, plus what a test agency's clock was moved by.
create function app.business_now() returns timestamptz
language sql stable
as $$
  select now() + case mode when 'test' then clock_offset else '0' end from agencies where agency_id = app.agency_id()
$$;
grant execute on function app.business_now() to tn_agency;
