-- Paying out in another currency than commission is earned in (docs/decisions/029-currencies.md). A rate is said by the agency, with where it comes
-- from; the newest of a pair counts, and none is rewritten.
create table exchange_rates (
  agency_id uuid not null references agencies (agency_id),
  id uuid not null,
  from_currency text not null check (from_currency ~ '^[A-Z]{3}$'),
  to_currency text not null check (to_currency ~ '^[A-Z]{3}$' and to_currency <> from_currency),
  -- Units of the second for one of the first.
  rate numeric(24, 12) not null check (rate > 0),
  source text not null check (length(source) between 1 and 200),
  set_at timestamptz not null,
  -- Says which is the newest: a clock that is moved changes nothing.
  created_at timestamptz not null default clock_timestamp(),
  primary key (agency_id, id)
);
create index exchange_rates_newest on exchange_rates (agency_id, from_currency, to_currency, created_at desc, id desc);
create index exchange_rates_by_set on exchange_rates (agency_id, set_at, id);
select app.protect('exchange_rates', 'agency');
grant select, insert on exchange_rates to tn_agency;
grant delete, select (agency_id) on exchange_rates to tn_definer;

-- In which currency a reseller is paid; null = in each that it earns.
alter table resellers add column payout_currency text check (payout_currency ~ '^[A-Z]{3}$');
grant update (payout_currency) on resellers to tn_agency;

-- What a decision was worth in the payout's currency when it was made, by the rate that counted then; null where none did.
alter table commissions
  add column payout_currency text check (payout_currency ~ '^[A-Z]{3}$' and payout_currency <> currency),
  add column exchange_rate numeric(24, 12) check (exchange_rate > 0),
  add column exchange_source text,
  add constraint commissions_worth_check check (num_nulls(payout_currency, exchange_rate, exchange_source) in (0, 3));

-- What is sent where that is another currency, by the rate of the run, and what the lines were worth when they were decided: the difference is told
-- and booked by itself.
alter table payouts
  add column paid_currency text check (paid_currency ~ '^[A-Z]{3}$' and paid_currency <> currency),
  add column paid_minor bigint check (paid_minor > 0),
  add column exchange_rate numeric(24, 12) check (exchange_rate > 0),
  add column exchange_source text,
  add column worth_minor bigint,
  add constraint payouts_paid_check check (num_nulls(paid_currency, paid_minor, exchange_rate, exchange_source, worth_minor) in (0, 5));
