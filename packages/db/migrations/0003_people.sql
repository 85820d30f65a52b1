-- Who is in. A user belongs to one realm (the account whose host they sign in at), never to the installation.
create table users (
  agency_id uuid not null,
  id uuid not null,
  realm_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  email text not null,
  email_ci text not null generated always as (lower(email)) stored,
  name text not null,
  language text not null default 'en',
  status text not null default 'active' check (status in ('active', 'disabled')),
  must_change_password boolean not null default false,
  sessions_valid_from timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, realm_id, email_ci),
  foreign key (agency_id, realm_id) references accounts (agency_id, id)
);
select app.protect('users', 'agency', 'distributor', 'reseller');
grant select, insert, update (name, language, status, must_change_password, sessions_valid_from, updated_at, email)
  on users to tn_agency, tn_distributor, tn_reseller;
grant select, insert on users to tn_definer;

-- Apart from users, so that no read of people can carry a hash by accident.
create table passwords (
  agency_id uuid not null,
  user_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  hash text not null,
  changed_at timestamptz not null default now(),
  primary key (agency_id, user_id),
  foreign key (agency_id, user_id) references users (agency_id, id)
);
select app.protect('passwords', 'agency', 'distributor', 'reseller');
grant select, insert, update (hash, changed_at) on passwords to tn_agency, tn_distributor, tn_reseller;

create table memberships (
  agency_id uuid not null,
  user_id uuid not null,
  account_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  role text not null check (role in ('owner', 'admin', 'finance', 'support', 'viewer', 'member')),
  created_at timestamptz not null default now(),
  primary key (agency_id, user_id, account_id),
  foreign key (agency_id, user_id) references users (agency_id, id),
  foreign key (agency_id, account_id) references accounts (agency_id, id)
);
create index memberships_by_account on memberships (agency_id, account_id);
select app.protect('memberships', 'agency', 'distributor', 'reseller', 'customer');
grant select, insert, update (role) on memberships to tn_agency, tn_distributor, tn_reseller;
grant select on memberships to tn_customer;
grant select, insert on memberships to tn_definer;

-- A session is good on the one host it was made on. Only SHA-256 of its secret is here; the id is no secret.
create table sessions (
  agency_id uuid not null,
  id text not null,
  user_id uuid not null,
  account_id uuid not null,
  host text not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  secret_hash bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ends_at timestamptz not null,
  last_seen_at timestamptz not null default now(),
  ip text,
  user_agent text,
  primary key (agency_id, id),
  foreign key (agency_id, user_id) references users (agency_id, id),
  foreign key (agency_id, user_id, account_id) references memberships (agency_id, user_id, account_id)
);
create index sessions_by_user on sessions (agency_id, user_id);
create index sessions_by_end on sessions (agency_id, expires_at);
select app.protect('sessions', 'agency', 'distributor', 'reseller');
grant select, insert, delete, update (expires_at, last_seen_at) on sessions to tn_agency, tn_distributor, tn_reseller;
grant select, update (expires_at, last_seen_at) on sessions to tn_definer;

-- An invitation to join an account; its links are in `tokens`.
create table invitations (
  agency_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  user_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'finance', 'support', 'viewer', 'member')),
  invited_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  opened_at timestamptz,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, account_id) references accounts (agency_id, id),
  foreign key (agency_id, user_id) references users (agency_id, id)
);
create index invitations_by_account on invitations (agency_id, account_id, created_at);
select app.protect('invitations', 'agency', 'distributor', 'reseller');
grant select, insert, update (expires_at, opened_at, accepted_at, revoked_at) on invitations to tn_agency, tn_distributor, tn_reseller;
grant select, insert on invitations to tn_definer;

-- Links in mails. 256 random bits of which only the hash stays; bound to purpose, user and host; single use.
create table tokens (
  agency_id uuid not null,
  id uuid not null,
  purpose text not null check (purpose in ('invitation', 'password_reset')),
  subject_id uuid not null,
  user_id uuid not null,
  host text not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  secret_hash bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, user_id) references users (agency_id, id)
);
create index tokens_by_subject on tokens (agency_id, subject_id);
select app.protect('tokens', 'agency', 'distributor', 'reseller');
grant select, insert, update (used_at, revoked_at) on tokens to tn_agency, tn_distributor, tn_reseller;
grant select, insert on tokens to tn_definer;

create table api_keys (
  agency_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  name text not null,
  prefix text not null,
  secret_hash bytea not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, account_id) references accounts (agency_id, id),
  foreign key (agency_id, created_by, account_id) references memberships (agency_id, user_id, account_id)
);
create index api_keys_by_account on api_keys (agency_id, account_id, created_at, id);
select app.protect('api_keys', 'agency', 'distributor', 'reseller');
grant select, insert, update (revoked_at, last_used_at) on api_keys to tn_agency, tn_distributor, tn_reseller;
grant select, update (last_used_at) on api_keys to tn_definer;

-- Failed sign-ins and mails asked for, by account and by address. Delays, never locks.
create table throttles (
  agency_id uuid not null,
  key text not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  hits integer not null,
  window_ends_at timestamptz not null,
  primary key (agency_id, key)
);
select app.protect('throttles', 'agency', 'distributor', 'reseller');
grant select, insert, delete, update (hits, window_ends_at) on throttles to tn_agency, tn_distributor, tn_reseller;
