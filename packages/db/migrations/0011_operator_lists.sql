-- The operator's lists, searched, filtered and ordered. `place` is the key of a row in the order asked for: handed back
-- with the row's id it continues from there, either way. A search is a pattern for LIKE, in lower case.
drop function app.platform_agencies(text, integer);
create function app.platform_agencies(p_search text, p_status text, p_sort text, p_backwards boolean, p_place text, p_id uuid, p_limit integer)
returns table (id uuid, name text, slug text, status text, is_demo boolean, created_at timestamptz, owner_email text,
  activated boolean, resellers integer, place text)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  key text := case when p_sort like '%name' then 'lower(g.name)' else 'g.created_at' end;
  key_type text := case when p_sort like '%name' then 'text' else 'timestamptz' end;
  way text := case when (p_sort like '-%') <> p_backwards then 'desc' else 'asc' end;
begin
  -- No tenant at all: policies that ask for one let nobody's rows through, only those made for the platform do.
  perform app.set_agency('00000000-0000-0000-0000-000000000000');
  return query execute format('
    select g.agency_id, g.name, g.slug, g.status, g.is_demo, g.created_at, a.email, a.activated_at is not null,
      (select coalesce(sum(c.active), 0)::integer from reseller_counts c where c.agency_id = g.agency_id), %1$s::text
    from agencies g join accounts a on a.agency_id = g.agency_id and a.id = g.agency_id and a.kind = ''agency''
    where ($1 is null or lower(g.name || '' '' || g.slug || '' '' || coalesce(a.email, '''')) like $1)
      and ($2 is null or g.status = $2)
      and ($3 is null or (%1$s, g.agency_id) %2$s ($3::%3$s, $4))
    order by %1$s %4$s, g.agency_id %4$s limit $5',
    key, case way when 'asc' then '>' else '<' end, key_type, way)
  using p_search, p_status, p_place, p_id, p_limit;
end
$$;

drop function app.platform_outbox(timestamptz, uuid, integer);
create function app.platform_outbox(p_search text, p_state text, p_sort text, p_backwards boolean, p_place text, p_id uuid, p_limit integer)
returns table (agency_id uuid, id uuid, agency_name text, kind text, recipient text, sender text, subject text, state text, failure text,
  created_at timestamptz, sent_at timestamptz, place text)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  way text := case when (p_sort like '-%') <> p_backwards then 'desc' else 'asc' end;
begin
  perform app.set_agency('00000000-0000-0000-0000-000000000000');
  return query execute format('
    select m.agency_id, m.id, a.name, m.kind, m.recipient, coalesce(m.sender, a.name), m.subject, m.state, m.failure, m.created_at,
      m.sent_at, m.created_at::text
    from mails m join agencies a on a.agency_id = m.agency_id
    where ($1 is null or lower(m.recipient || '' '' || coalesce(m.subject, m.kind)) like $1)
      and ($2 is null or m.state = $2)
      and ($3 is null or (m.created_at, m.id) %1$s ($3::timestamptz, $4))
    order by m.created_at %2$s, m.id %2$s limit $5',
    case way when 'asc' then '>' else '<' end, way)
  using p_search, p_state, p_place, p_id, p_limit;
end
$$;

-- Suspends or reopens. No row = there is no such agency; asking for what is already so changes nothing.
drop function app.platform_set_agency_status(uuid, text, text, uuid, text);
create function app.platform_set_agency_status(p_agency uuid, p_status text, p_actor text, p_audit uuid, p_request text)
returns table (name text, changed boolean)
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  turned text;
begin
  perform app.set_agency(p_agency);
  update agencies g set status = p_status, status_changed_at = now()
  where g.agency_id = p_agency and g.status <> p_status returning g.name into turned;
  if turned is null then
    return query select g.name, false from agencies g where g.agency_id = p_agency;
    return;
  end if;
  insert into audit_entries (agency_id, id, actor_kind, actor_id, action, object_kind, object_id, distributor_id, reseller_id, after, request_id)
  values (p_agency, p_audit, 'operator', p_actor, case p_status when 'suspended' then 'agency.suspend' else 'agency.reopen' end,
    'agency', p_agency::text, p_agency, p_agency, jsonb_build_object('status', p_status), p_request);
  return query select turned, true;
end
$$;

-- The operators' own share of the sweep, with the operator's own rights: nobody else may touch the platform's tables.
create function app.sweep_operators() returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  removed integer;
  gone integer;
begin
  delete from platform.operator_sessions where expires_at < now() - interval '7 days';
  get diagnostics removed = row_count;
  delete from platform.operator_throttles where window_ends_at < now() - interval '1 day';
  get diagnostics gone = row_count;
  return removed + gone;
end
$$;

create or replace function app.sweep_expired() returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  agency uuid;
  removed integer := app.sweep_operators();
  gone integer;
begin
  for agency in select agency_id from agencies loop
    execute format('set local app.agency_id = %L', agency);
    delete from sessions where agency_id = agency and expires_at < now() - interval '7 days';
    get diagnostics gone = row_count;
    removed := removed + gone;
    delete from throttles where agency_id = agency and window_ends_at < now() - interval '1 day';
    get diagnostics gone = row_count;
    removed := removed + gone;
  end loop;
  return removed;
end
$$;

alter function app.platform_agencies(text, text, text, boolean, text, uuid, integer) owner to tn_definer;
alter function app.platform_outbox(text, text, text, boolean, text, uuid, integer) owner to tn_definer;
alter function app.platform_set_agency_status(uuid, text, text, uuid, text) owner to tn_definer;
alter function app.sweep_operators() owner to tn_operator;
grant execute on function app.platform_agencies(text, text, text, boolean, text, uuid, integer),
  app.platform_outbox(text, text, text, boolean, text, uuid, integer),
  app.platform_set_agency_status(uuid, text, text, uuid, text) to tn_operator;
grant execute on function app.sweep_operators() to tn_definer;
revoke execute on function app.sweep_operators() from tn_operator;
