-- The look-up of every request, written whole: it reads a session or a key only where one came along, and answers one
-- value instead of a row. One statement over all thirteen tables spent most of its time getting ready for those it
-- would not read. Null for a host that is nobody's.
drop function app.open_request(text, text, uuid);
create function app.open_request(p_host text, p_session_id text, p_key_id uuid) returns json
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  h hostnames%rowtype;
  v_tenant json;
  v_session json;
  v_key json;
begin
  select * into h from hostnames where hostnames.host = p_host and hostnames.state = 'active';
  if not found then
    return null;
  end if;
  -- app.agency_id becomes a constant for the policies below; the caller holds no right that it could widen.
  perform app.set_agency(h.agency_id);
  select json_build_object(
      'host', h.host, 'agencyId', h.agency_id, 'agencyName', a.name, 'agencyStatus', a.status, 'agencyMode', a.mode,
      'clockOffsetMs', extract(epoch from a.clock_offset) * 1000, 'billingZone', a.billing_zone, 'isDemo', a.is_demo,
      'accountId', c.id, 'kind', c.kind, 'name', c.name, 'status', c.status, 'archived', c.archived_at is not null,
      'language', c.language, 'distributorId', c.distributor_id, 'resellerId', c.reseller_id,
      'color', b.color, 'supportEmail', b.support_email,
      'agencyCountry', a.country, 'agencySupportEmail', ab.support_email,
      'secondFactorRequired', a.second_factor_required and c.kind = 'agency')
  into v_tenant
  from agencies a
  join accounts c on c.agency_id = h.agency_id and c.id = h.account_id
  left join brands b on b.agency_id = h.agency_id and b.account_id = h.account_id
  left join brands ab on ab.agency_id = h.agency_id and ab.account_id = h.agency_id
  where a.agency_id = h.agency_id;
  if p_session_id is not null then
    select json_build_object(
        'id', s.id, 'secretHash', encode(s.secret_hash, 'hex'), 'host', s.host,
        'createdAt', s.created_at, 'expiresAt', s.expires_at, 'endsAt', s.ends_at, 'provedAt', s.proved_at,
        'userId', u.id, 'userName', u.name, 'email', u.email, 'language', u.language, 'userStatus', u.status,
        'realmId', u.realm_id, 'mustChangePassword', u.must_change_password, 'hasSecondFactor', f.user_id is not null,
        'role', case when m.state = 'active' then m.role end,
        'accountId', m.account_id, 'accountKind', ma.kind,
        'accountArchived', ma.archived_at is not null,
        'validFrom', greatest(u.sessions_valid_from, ma.sessions_valid_from))
    into v_session
    from sessions s
    join users u on u.agency_id = h.agency_id and u.id = s.user_id
    left join second_factors f on f.agency_id = h.agency_id and f.user_id = s.user_id
    left join memberships m on m.agency_id = h.agency_id and m.user_id = s.user_id and m.account_id = s.account_id
    left join accounts ma on ma.agency_id = h.agency_id and ma.id = m.account_id
    where s.agency_id = h.agency_id and s.id = p_session_id;
  end if;
  if p_key_id is not null then
    select json_build_object(
        'id', k.id, 'secretHash', encode(k.secret_hash, 'hex'), 'name', k.name, 'scopes', k.scopes,
        'accountId', k.account_id, 'expiresAt', k.expires_at, 'revokedAt', k.revoked_at, 'lastUsedAt', k.last_used_at,
        'previousSecretHash', encode(k.previous_secret_hash, 'hex'), 'previousValidUntil', k.previous_valid_until,
        'creatorId', u.id, 'creatorStatus', u.status,
        'creatorRole', case when m.state = 'active' then m.role end)
    into v_key
    from api_keys k
    left join memberships m on m.agency_id = h.agency_id and m.user_id = k.created_by and m.account_id = k.account_id
    left join users u on u.agency_id = h.agency_id and u.id = k.created_by
    where k.agency_id = h.agency_id and k.id = p_key_id;
  end if;
  return json_build_object('tenant', v_tenant, 'session', v_session, 'key', v_key, 'now', now());
end
$$;
grant create on schema app to tn_definer;
alter function app.open_request(text, text, uuid) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.open_request(text, text, uuid) to tn_web;
