-- What needs somebody, counted without looking at every account: an index for each condition, and the caps that
-- resellers have come to this month, kept by whoever changes what they used or their plan.
create index invitations_open on invitations (agency_id, expires_at) where accepted_at is null and revoked_at is null;
create index mails_failed on mails (agency_id, created_at) where state = 'failed';
create index accounts_by_archived on accounts (agency_id, kind, archived_at) where archived_at is not null;

-- A counter's caps are a month's; a gauge's stand under 1970-01-01, because its value holds on from month to month.
create table usage_caps (
  agency_id uuid not null,
  month date not null,
  cap text not null check (cap in ('soft', 'hard')),
  account_id uuid not null,
  meter varchar(40) not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  reached_at timestamptz not null default now(),
  primary key (agency_id, month, cap, account_id, meter),
  foreign key (agency_id, account_id) references accounts (agency_id, id)
);
select app.protect('usage_caps', 'agency', 'distributor', 'reseller');
create index usage_caps_by_account on usage_caps (agency_id, account_id, month);
grant select, insert, delete on usage_caps to tn_agency;
grant select on usage_caps to tn_distributor, tn_reseller;
grant select (agency_id), delete on usage_caps to tn_definer;
