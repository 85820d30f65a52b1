-- Customers are changed and deactivated by whoever sells to them. A right to write names and states of accounts would be
-- a reseller's right to its own as well, so these functions write customers' rows and no others: the caller's own
-- customers, or for the agency anybody's.
grant update (name, email, external_id, country, status, status_changed_at, sessions_valid_from, updated_at)
  on accounts to tn_definer;

-- Writes the fields that stand in `p_change`; null takes one away.
create function app.change_customer(p_id uuid, p_change jsonb) returns void
language sql security definer set search_path = public, pg_temp
as $$
  update accounts a set
    name = case when p_change ? 'name' then p_change ->> 'name' else a.name end,
    email = case when p_change ? 'email' then p_change ->> 'email' else a.email end,
    external_id = case when p_change ? 'externalId' then p_change ->> 'externalId' else a.external_id end,
    country = case when p_change ? 'country' then p_change ->> 'country' else a.country end,
    updated_at = now()
  where a.agency_id = app.agency_id() and a.id = p_id and a.kind = 'customer' and a.archived_at is null
    and app.account_id() in (a.agency_id, a.reseller_id)
$$;

-- Lets a customer's own people in or locks them out. Who is let in again later than an Undo signs in anew.
create function app.set_customer_status(p_id uuid, p_status text, p_undo_seconds integer) returns void
language sql security definer set search_path = public, pg_temp
as $$
  update accounts a set
    status = p_status,
    status_changed_at = now(),
    sessions_valid_from = case
      when a.status = 'active' or a.status_changed_at > now() - make_interval(secs => p_undo_seconds)
        then a.sessions_valid_from
      else now() end
  where a.agency_id = app.agency_id() and a.id = p_id and a.kind = 'customer' and a.archived_at is null
    and app.account_id() in (a.agency_id, a.reseller_id)
$$;

grant create on schema app to tn_definer;
alter function app.change_customer(uuid, jsonb) owner to tn_definer;
alter function app.set_customer_status(uuid, text, integer) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.change_customer(uuid, jsonb), app.set_customer_status(uuid, text, integer)
  to tn_agency, tn_reseller;

-- One seller's customers by when they came; by name they have an index (0044).
create index accounts_by_seller_joined on accounts (agency_id, reseller_id, created_at, id)
  where kind = 'customer' and archived_at is null;

-- The request's look-up learns whether the account of who is signed in is let in: a customer's stands on its seller's host.
do $do$
declare
  body text;
  after text;
begin
  select pg_get_functiondef(p.oid) into strict body
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'app' and p.proname = 'open_request';
  after := replace(body, '''accountArchived'', ma.archived_at is not null,',
    '''accountArchived'', ma.archived_at is not null, ''accountStatus'', ma.status,');
  if after = body then
    raise exception 'app.open_request is not as this migration expects it';
  end if;
  execute after;
end
$do$;
