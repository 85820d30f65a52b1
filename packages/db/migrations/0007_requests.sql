-- The hottest look-up: host, tenant, statuses, brand, and the session or key that came with the request,
-- in one round trip. Runs before a tenant is entered, so it lives here and not behind a scope role.
create function app.open_request(p_host text, p_session_id text, p_key_id uuid)
returns table (host json, session json, key json, now timestamptz)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  h hostnames%rowtype;
begin
  select * into h from hostnames where hostnames.host = p_host and hostnames.state = 'active';
  if not found then
    return;
  end if;
  -- app.agency_id becomes a constant for the policies below; the caller holds no right that it could widen.
  perform app.set_agency(h.agency_id);
  return query
  select
    json_build_object(
      'host', h.host, 'agencyId', h.agency_id, 'agencyName', a.name, 'agencyStatus', a.status, 'agencyMode', a.mode,
      'clockOffsetMs', extract(epoch from a.clock_offset) * 1000, 'billingZone', a.billing_zone, 'isDemo', a.is_demo,
      'accountId', c.id, 'kind', c.kind, 'name', c.name, 'status', c.status, 'archived', c.archived_at is not null,
      'language', c.language, 'distributorId', c.distributor_id, 'resellerId', c.reseller_id,
      'color', b.color, 'supportEmail', b.support_email,
      'agencyCountry', a.country, 'agencySupportEmail', ab.support_email),
    case when s.id is not null then json_build_object(
      'id', s.id, 'secretHash', encode(s.secret_hash, 'hex'), 'host', s.host,
      'createdAt', s.created_at, 'expiresAt', s.expires_at, 'endsAt', s.ends_at,
      'userId', u.id, 'userName', u.name, 'email', u.email, 'language', u.language, 'userStatus', u.status,
      'realmId', u.realm_id, 'mustChangePassword', u.must_change_password, 'role', m.role,
      'accountId', m.account_id, 'accountKind', ma.kind,
      'accountArchived', ma.archived_at is not null,
      'validFrom', greatest(u.sessions_valid_from, ma.sessions_valid_from)) end,
    case when k.id is not null then json_build_object(
      'id', k.id, 'secretHash', encode(k.secret_hash, 'hex'), 'name', k.name, 'scopes', k.scopes,
      'accountId', k.account_id, 'expiresAt', k.expires_at, 'revokedAt', k.revoked_at, 'lastUsedAt', k.last_used_at,
      'creatorId', ku.id, 'creatorStatus', ku.status, 'creatorRole', km.role) end,
    now()
  from agencies a
  join accounts c on c.agency_id = h.agency_id and c.id = h.account_id
  left join brands b on b.agency_id = h.agency_id and b.account_id = h.account_id
  left join brands ab on ab.agency_id = h.agency_id and ab.account_id = h.agency_id
  left join sessions s on s.agency_id = h.agency_id and s.id = p_session_id
  left join users u on u.agency_id = h.agency_id and u.id = s.user_id
  left join memberships m on m.agency_id = h.agency_id and m.user_id = s.user_id and m.account_id = s.account_id
  left join accounts ma on ma.agency_id = h.agency_id and ma.id = m.account_id
  left join api_keys k on k.agency_id = h.agency_id and k.id = p_key_id
  left join memberships km on km.agency_id = h.agency_id and km.user_id = k.created_by and km.account_id = k.account_id
  left join users ku on ku.agency_id = h.agency_id and ku.id = k.created_by
  where a.agency_id = h.agency_id;
end
$$;

-- Sets the agency for the rest of this look-up's own transaction. Not executable by any login or scope role.
create function app.set_agency(agency uuid) returns void language plpgsql
as $$ begin execute format('set local app.agency_id = %L', agency); end $$;
grant execute on function app.set_agency(uuid) to tn_definer;

-- "GET never writes" has two named exceptions: a session's renewal and a key's last use. These are they.
create function app.renew_session(p_agency uuid, p_id text, p_expires_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform app.set_agency(p_agency);
  update sessions set expires_at = least(p_expires_at, ends_at), last_seen_at = now()
  where agency_id = p_agency and id = p_id;
end
$$;

create function app.touch_key(p_agency uuid, p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform app.set_agency(p_agency);
  update api_keys set last_used_at = now() where agency_id = p_agency and id = p_id;
end
$$;

alter function app.open_request(text, text, uuid) owner to tn_definer;
alter function app.renew_session(uuid, text, timestamptz) owner to tn_definer;
alter function app.touch_key(uuid, uuid) owner to tn_definer;
grant execute on function app.open_request(text, text, uuid), app.renew_session(uuid, text, timestamptz),
  app.touch_key(uuid, uuid) to tn_web;

-- Search under RLS: LIKE is not leakproof, so a policy would keep it from the trigram index. This function reads
-- the index within the caller's agency and returns ids only; the page is then read under RLS as always. Only the
-- agency's scope may call it. Its owner exists for it alone: it sees these columns of every account and nothing else.
grant usage on schema public, app to tn_search;
grant create on schema app to tn_search;
grant select (agency_id, id, kind, search) on accounts to tn_search;
grant execute on function app.agency_id() to tn_search;
create policy search on accounts for select to tn_search using (true);
create function app.search_accounts(p_kind text, p_pattern text, p_limit integer) returns uuid[]
language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce(array_agg(id), '{}') from (
    select a.id from accounts a
    where a.agency_id = app.agency_id() and a.kind = p_kind and a.search like p_pattern
    limit p_limit
  ) ids
$$;
alter function app.search_accounts(text, text, integer) owner to tn_search;
revoke create on schema app from tn_search;
grant execute on function app.search_accounts(text, text, integer) to tn_agency;

-- Is this host free? Answers yes or no across the installation and never whose it is.
create function app.host_taken(p_host text) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select 1 from hostnames where host = p_host) $$;
alter function app.host_taken(text) owner to tn_definer;
grant execute on function app.host_taken(text) to tn_agency;

-- May this person still invite? A reseller's scope cannot see its agency's people, so it asks here.
create function app.may_invite(p_agency uuid, p_user uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select p_agency = app.agency_id() and exists (
    select 1 from memberships m join users u on u.agency_id = m.agency_id and u.id = m.user_id
    where m.agency_id = p_agency and m.user_id = p_user and m.role in ('owner', 'admin') and u.status = 'active')
$$;
alter function app.may_invite(uuid, uuid) owner to tn_definer;
grant execute on function app.may_invite(uuid, uuid) to tn_agency, tn_distributor, tn_reseller;

-- For readiness: which migration the database is at. The table is made by the runner, before any migration.
create function app.newest_migration() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$ select max(name) from migrations.applied $$;
alter function app.newest_migration() owner to tn_definer;
grant usage on schema migrations to tn_definer;
grant select on migrations.applied to tn_definer;
grant execute on function app.newest_migration() to tn_web;
