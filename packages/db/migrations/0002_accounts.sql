-- Agencies and the one tree of accounts under each of them.
create table agencies (
  agency_id uuid primary key,
  name text not null,
  slug text not null,
  status text not null default 'active' check (status in ('active', 'suspended')),
  mode text not null default 'live' check (mode in ('live', 'test')),
  clock_offset interval not null default '0',
  billing_zone text not null default 'UTC',
  country text not null default 'US',
  is_demo boolean not null default false,
  created_at timestamptz not null default now(),
  status_changed_at timestamptz not null default now()
);
select app.protect('agencies', 'agency');
create policy distributor on agencies for select to tn_distributor using (agency_id = app.agency_id());
create policy reseller on agencies for select to tn_reseller using (agency_id = app.agency_id());
create policy customer on agencies for select to tn_customer using (agency_id = app.agency_id());
-- A scope below the agency may know how its agency counts days, not what the agency is called: the brand is the tenant's own.
grant select (agency_id, status, mode, clock_offset, billing_zone) on agencies to tn_distributor, tn_reseller, tn_customer;
grant select, update (name, billing_zone, country, clock_offset) on agencies to tn_agency;
grant select, insert, update (status, status_changed_at) on agencies to tn_definer;

-- The root account of an agency has id = agency_id and is its own parent, so no scope column is ever null:
-- a column that holds the root's id means "none".
create table accounts (
  agency_id uuid not null references agencies (agency_id),
  id uuid not null,
  kind text not null check (kind in ('agency', 'distributor', 'reseller', 'vendor', 'customer')),
  parent_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  code text not null,
  name text not null check (length(name) between 1 and 200),
  name_ci text not null generated always as (lower(name)) stored,
  email text,
  search text not null generated always as (lower(name || ' ' || coalesce(email, ''))) stored,
  external_id text,
  country text,
  language text not null default 'en',
  status text not null default 'active' check (status in ('active', 'locked')),
  status_changed_at timestamptz not null default now(),
  -- Sessions older than this are dead: set when access comes back after the Undo time.
  sessions_valid_from timestamptz not null default now(),
  activated_at timestamptz,
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, code),
  unique (agency_id, parent_id, external_id),
  foreign key (agency_id, parent_id) references accounts (agency_id, id),
  foreign key (agency_id, distributor_id) references accounts (agency_id, id),
  foreign key (agency_id, reseller_id) references accounts (agency_id, id),
  foreign key (agency_id, customer_id) references accounts (agency_id, id),
  check (kind <> 'agency' or (id = agency_id and parent_id = agency_id)),
  check (kind <> 'distributor' or (distributor_id = id and parent_id = agency_id)),
  check (kind <> 'reseller' or (reseller_id = id and parent_id = distributor_id)),
  -- The parent of a customer is its seller: a foreign key bypasses RLS, this does not.
  check (kind <> 'customer' or (customer_id = id and parent_id = reseller_id))
);
create index accounts_by_name on accounts (agency_id, kind, name_ci, id) where archived_at is null;
create index accounts_by_joined on accounts (agency_id, kind, created_at, id) where archived_at is null;
create index accounts_archived on accounts (agency_id, kind, name_ci, id) where archived_at is not null;
create index accounts_by_parent on accounts (agency_id, parent_id, kind, name_ci, id);
create index accounts_by_reseller on accounts (agency_id, reseller_id, kind, name_ci, id);
create index accounts_by_external_id on accounts (agency_id, external_id) where external_id is not null;
create index accounts_search on accounts using gin (agency_id, kind, search gin_trgm_ops);
select app.protect('accounts', 'agency', 'distributor', 'reseller', 'customer');
grant select, insert,
  update (name, email, external_id, country, language, status, status_changed_at, sessions_valid_from, activated_at,
    archived_at, updated_at) on accounts to tn_agency;
grant select, insert on accounts to tn_distributor, tn_reseller;
grant update (activated_at, updated_at) on accounts to tn_distributor, tn_reseller;
grant select on accounts to tn_customer;
grant select, insert on accounts to tn_definer;

-- What only a reseller has. `type` is the model it sells under.
create table resellers (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null check (reseller_id = id),
  type text not null check (type in ('own_plans', 'commission')),
  phone text not null,
  website text,
  contact_name text not null,
  contact_email text not null,
  contact_phone text not null,
  plan_id uuid,
  primary key (agency_id, id),
  foreign key (agency_id, id) references accounts (agency_id, id)
);
select app.protect('resellers', 'agency', 'distributor', 'reseller');
grant select, insert, update (type, phone, website, contact_name, contact_email, contact_phone, plan_id) on resellers to tn_agency;
grant select on resellers to tn_distributor, tn_reseller;

-- Active resellers per agency, kept in the transaction that changes them. Several rows per agency, so that two
-- writers rarely meet on one; the card reads their sum.
create table reseller_counts (
  agency_id uuid not null references agencies (agency_id),
  shard smallint not null check (shard between 0 and 15),
  active bigint not null default 0,
  primary key (agency_id, shard)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.01);
select app.protect('reseller_counts', 'agency');
grant select, insert, update (active) on reseller_counts to tn_agency;

-- Host -> tenant. A reference table without foreign keys, because a host is unique across agencies.
-- Rows are never deleted: a released name is not issued again.
create table hostnames (
  host text primary key,
  agency_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('login', 'base', 'custom')),
  state text not null default 'active' check (state in ('active', 'retired')),
  is_primary boolean not null default true,
  distributor_id uuid not null,
  reseller_id uuid not null,
  created_at timestamptz not null default now()
);
create index hostnames_by_account on hostnames (agency_id, account_id);
select app.protect('hostnames', 'agency', 'distributor', 'reseller');
create policy lookup on hostnames for select to tn_definer using (true);
grant select, insert, update (state) on hostnames to tn_agency;
grant select on hostnames to tn_distributor, tn_reseller;
grant select, insert, update (state) on hostnames to tn_definer;

-- What a tenant looks like to people. One row per account that has a host.
create table brands (
  agency_id uuid not null,
  account_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  color text not null default '#3f4a5a' check (color ~ '^#[0-9a-f]{6}$'),
  support_email text,
  updated_at timestamptz not null default now(),
  primary key (agency_id, account_id),
  foreign key (agency_id, account_id) references accounts (agency_id, id)
);
select app.protect('brands', 'agency', 'distributor', 'reseller');
grant select, insert, update (color, support_email, updated_at) on brands to tn_agency;
grant select, update (color, support_email, updated_at) on brands to tn_distributor, tn_reseller;
grant select, insert on brands to tn_definer;
