-- When somebody of a reseller was last there: read for a page of the list at once.
create index sessions_by_reseller on sessions (agency_id, reseller_id, last_seen_at);
-- The list narrowed to a country, in its usual order.
create index accounts_by_country on accounts (agency_id, kind, country, created_at, id) where archived_at is null;

-- A list's search, filters and order under a name: a view is an address. Its maker's own, or shared with the team.
create table saved_views (
  agency_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  list text not null check (list = any (array['resellers'])),
  name text not null check (length(name) between 1 and 60),
  name_ci text not null generated always as (lower(name)) stored,
  question text not null check (length(question) <= 1000),
  is_shared boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, user_id, list, name_ci),
  foreign key (agency_id, account_id) references accounts (agency_id, id),
  foreign key (agency_id, user_id, account_id) references memberships (agency_id, user_id, account_id)
);
create index saved_views_by_account on saved_views (agency_id, account_id, list, name_ci);
select app.protect('saved_views', 'agency', 'distributor', 'reseller');
grant select, insert, delete on saved_views to tn_agency;
grant select (agency_id), delete on saved_views to tn_definer;
