-- What signs the events of accounts that are connected to the agency's (docs/decisions/030-stripe-connect.md); null where none can be.
alter table gateway_accounts add column connect_secrets bytea;
grant update (connect_secrets) on gateway_accounts to tn_agency;

drop function app.gateway_account(uuid);
-- For whoever sells for a seller, as seller_account is: payers come to its reseller's host.
create function app.gateway_account(p_seller uuid)
returns table (gateway_id text, secret_key bytea, webhook_secret bytea, connect_secrets bytea, key_id text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select g.gateway_id, g.secret_key, g.webhook_secret, g.connect_secrets, g.key_id
  from gateway_accounts g
  where g.agency_id = app.agency_id() and g.account_id = p_seller
    and (app.account_id() in (g.agency_id, g.account_id) or g.account_id = g.agency_id)
$$;
grant create on schema app to tn_definer;
alter function app.gateway_account(uuid) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.gateway_account(uuid) to tn_agency, tn_reseller;

-- A reseller's own account at Stripe, reached by the agency's key. One for each account the agency itself has had there: what was paid
-- under one is given back under no other.
create table connected_accounts (
  agency_id uuid not null,
  account_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  -- The agency's own account at Stripe, and the reseller's.
  platform_id text not null check (length(platform_id) between 1 and 100),
  gateway_id text not null check (length(gateway_id) between 1 and 100),
  charges boolean not null,
  payouts boolean not null,
  -- What Stripe still has to be told, in its words; and why it lets the account do no more.
  due text[] not null,
  charges_reason text check (length(charges_reason) <= 100),
  payouts_reason text check (length(payouts_reason) <= 100),
  -- Stripe lets the agency's key reach it no more.
  is_gone boolean not null,
  -- When Stripe was asked for what stands here: what was asked earlier is not written over it.
  checked_at timestamptz not null,
  connected_at timestamptz not null,
  -- Its reseller takes no new payments by it. What was paid can still be given back.
  ended_at timestamptz,
  primary key (agency_id, account_id, platform_id),
  unique (agency_id, gateway_id),
  foreign key (agency_id, account_id) references accounts (agency_id, id),
  check (account_id = reseller_id)
);
select app.protect('connected_accounts', 'agency', 'reseller');
grant select, update (charges, payouts, due, charges_reason, payouts_reason, is_gone, checked_at)
  on connected_accounts to tn_agency, tn_reseller;
grant insert, update (gateway_id, connected_at, ended_at) on connected_accounts to tn_reseller;
grant delete on connected_accounts to tn_agency;
grant delete, select (agency_id) on connected_accounts to tn_definer;
