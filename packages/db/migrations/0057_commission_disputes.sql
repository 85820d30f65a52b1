-- A reseller can dispute what a line of an invoice brought it. Until the agency has answered, nothing of that line goes out with a
-- payout; the answer can put a line of its own beside it, the adjustment (docs/decisions/023-money.md).
create table commission_disputes (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  invoice_id uuid not null,
  position smallint not null,
  reason text not null check (length(reason) between 1 and 1000),
  opened_at timestamptz not null,
  outcome text check (outcome in ('withdrawn', 'stands', 'adjusted')),
  answer text not null default '' check (length(answer) <= 1000),
  settled_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, reseller_id) references accounts (agency_id, id),
  foreign key (agency_id, invoice_id, position) references invoice_lines (agency_id, invoice_id, position),
  check ((outcome is null) = (settled_at is null))
);
create unique index commission_disputes_open on commission_disputes (agency_id, invoice_id, position)
  where settled_at is null;
create index commission_disputes_by_line on commission_disputes (agency_id, invoice_id, position, opened_at);
select app.protect('commission_disputes', 'agency', 'reseller');
grant select, update (outcome, answer, settled_at) on commission_disputes to tn_agency;
grant select, insert, update (outcome, settled_at) on commission_disputes to tn_reseller;
grant delete, select (agency_id) on commission_disputes to tn_definer;

-- What an adjustment adds to; one payment still decides once about a line.
alter table commissions
  add column adjusts uuid,
  add foreign key (agency_id, adjusts) references commissions (agency_id, id),
  add constraint commissions_reason_check check (reason in ('rate', 'rate_zero', 'rounds_to_zero', 'refund', 'adjustment',
    'own_sale', 'direct', 'own_plans', 'no_rate')),
  add constraint commissions_rate_source_check check (rate_source in ('customer', 'plan', 'agreement', 'reseller')),
  add check ((reason = 'adjustment') = (adjusts is not null)),
  drop constraint commissions_agency_id_payment_id_position_key;
create unique index commissions_once on commissions (agency_id, payment_id, position) where adjusts is null;

-- Both sides hear of it: the agency of a dispute, the reseller of the answer.
do $do$
declare
  place text[];
  was text;
begin
  foreach place slice 1 in array array[['mails', 'mails_kind_check'], ['notice_choices', 'notice_choices_kind_check']] loop
    select pg_get_constraintdef(oid) into strict was from pg_constraint where conname = place[2];
    execute format('alter table %I drop constraint %I', place[1], place[2]);
    execute format('alter table %I add constraint %I %s', place[1], place[2],
      replace(was, 'ARRAY[', 'ARRAY[''commission_dispute''::text, '));
  end loop;
end
$do$;
