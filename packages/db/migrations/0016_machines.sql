-- What programs rely on: answers kept for repeated requests, keys that can be rotated, and a sealed audit log.

-- An answer is kept with the change it tells of, in one transaction, for 24 hours. It is encrypted, because some answers
-- show a secret once; the fingerprint is keyed, because some bodies hold a password.
create table idempotency_keys (
  agency_id uuid not null references agencies (agency_id),
  principal text not null,
  operation text not null,
  key text not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  fingerprint bytea not null,
  answer bytea not null,
  made_at timestamptz not null default now(),
  primary key (agency_id, principal, operation, key)
);
create index idempotency_keys_by_age on idempotency_keys (agency_id, made_at);
select app.protect('idempotency_keys', 'agency', 'distributor', 'reseller');
grant select, insert, update (fingerprint, answer, made_at) on idempotency_keys to tn_agency, tn_distributor, tn_reseller;
grant select (agency_id, made_at), delete on idempotency_keys to tn_definer;

create table platform.operator_idempotency_keys (
  principal text not null,
  operation text not null,
  key text not null,
  fingerprint bytea not null,
  answer bytea not null,
  made_at timestamptz not null default now(),
  primary key (principal, operation, key)
);
grant select, insert, update (fingerprint, answer, made_at), delete on platform.operator_idempotency_keys to tn_operator;

-- Rotation: the old secret goes on until a chosen time. One earlier secret at most.
alter table api_keys
  add previous_secret_hash bytea,
  add previous_valid_until timestamptz,
  add rotated_at timestamptz,
  add last_used_ip text,
  add name_ci text not null generated always as (lower(name)) stored,
  add check ((previous_secret_hash is null) = (previous_valid_until is null));
create index api_keys_by_name on api_keys (agency_id, account_id, name_ci, id);
grant update (secret_hash, previous_secret_hash, previous_valid_until, rotated_at) on api_keys
  to tn_agency, tn_distributor, tn_reseller;
grant update (last_used_ip) on api_keys to tn_definer;

drop function app.touch_key(uuid, uuid);
create function app.touch_key(p_agency uuid, p_id uuid, p_ip text) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform app.set_agency(p_agency);
  update api_keys set last_used_at = now(), last_used_ip = p_ip where agency_id = p_agency and id = p_id;
end
$$;

-- Seals of the audit log, written by the worker in the order in which it finds entries committed. Each hash covers the
-- one before it and is keyed with a secret the database does not have: who can write here still cannot forge one.
create table audit_seals (
  agency_id uuid not null references agencies (agency_id),
  seq bigint not null check (seq > 0),
  entry_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null default now(),
  primary key (agency_id, seq),
  unique (agency_id, entry_id)
);
select app.protect('audit_seals', 'agency');
grant select on audit_seals to tn_agency;
grant select, insert, delete on audit_seals to tn_definer;

-- How far the chain goes. `upto` is the latest time of a sealed entry.
create table audit_heads (
  agency_id uuid not null references agencies (agency_id),
  seq bigint not null,
  hash bytea not null,
  mac bytea not null,
  upto timestamptz not null,
  sealed_at timestamptz not null default now(),
  primary key (agency_id)
);
select app.protect('audit_heads', 'agency');
grant select on audit_heads to tn_agency;
grant select, insert, update (seq, hash, mac, upto, sealed_at), delete on audit_heads to tn_definer;

grant select on audit_entries to tn_definer;
create index audit_entries_by_time on audit_entries (agency_id, at, id);
create index audit_entries_by_actor on audit_entries (agency_id, actor_id, at, id);
create index audit_entries_by_reseller on audit_entries (agency_id, reseller_id, at, id);

-- An entry as the seal covers it: every column that is not null, so that a column added later leaves old seals whole.
create function app.audit_line(entry audit_entries) returns text
language sql stable set timezone = 'UTC' set search_path = public, pg_temp
as $$ select jsonb_object_agg(key, value)::text from jsonb_each(to_jsonb(entry)) where value <> 'null'::jsonb $$;
grant execute on function app.audit_line(audit_entries) to tn_agency, tn_definer;

-- Transactions end after five minutes at most, so an entry is there ten minutes after its time or never.
create function app.audit_waiting() returns setof uuid
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  agency uuid;
begin
  for agency in select agency_id from agencies loop
    execute format('set local app.agency_id = %L', agency);
    if exists (
      select 1 from audit_entries e
      where e.agency_id = agency
        and e.at > coalesce((select h.upto - interval '10 minutes' from audit_heads h where h.agency_id = agency), '-infinity')
        and not exists (select 1 from audit_seals s where s.agency_id = agency and s.entry_id = e.id)) then
      return next agency;
    end if;
  end loop;
end
$$;

create function app.audit_to_seal(p_agency uuid, p_limit integer)
returns table (head_seq bigint, head_hash bytea, id uuid, at text, line text)
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform app.set_agency(p_agency);
  return query
  select coalesce(h.seq, 0), h.hash, e.id, e.at::text, app.audit_line(e)
  from audit_entries e left join audit_heads h on h.agency_id = e.agency_id
  where e.agency_id = p_agency and e.at > coalesce(h.upto - interval '10 minutes', '-infinity')
    and not exists (select 1 from audit_seals s where s.agency_id = p_agency and s.entry_id = e.id)
  order by e.at, e.id limit p_limit;
end
$$;

-- Appends after `p_after`; answers false, having done nothing, when another worker was first.
create function app.audit_seal(p_agency uuid, p_after bigint, p_ids uuid[], p_hashes bytea[], p_upto timestamptz, p_mac bytea)
returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform app.set_agency(p_agency);
  perform pg_advisory_xact_lock(hashtextextended('audit-seal ' || p_agency, 0));
  if coalesce((select seq from audit_heads where agency_id = p_agency), 0) <> p_after then
    return false;
  end if;
  insert into audit_seals (agency_id, seq, entry_id, hash)
  select p_agency, p_after + one.place, one.id, one.hash
  from unnest(p_ids, p_hashes) with ordinality as one (id, hash, place);
  insert into audit_heads as h (agency_id, seq, hash, mac, upto)
  values (p_agency, p_after + cardinality(p_ids), p_hashes[cardinality(p_hashes)], p_mac, p_upto)
  on conflict (agency_id) do update set seq = excluded.seq, hash = excluded.hash, mac = excluded.mac,
    upto = greatest(h.upto, excluded.upto), sealed_at = now();
  return true;
end
$$;

create function app.sweep_operator_keys() returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  removed integer;
begin
  delete from platform.operator_idempotency_keys where made_at < now() - interval '24 hours';
  get diagnostics removed = row_count;
  return removed;
end
$$;

-- Kept answers whose 24 hours are over.
create function app.sweep_idempotency_keys() returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  agency uuid;
  removed integer := app.sweep_operator_keys();
  gone integer;
begin
  for agency in select agency_id from agencies loop
    execute format('set local app.agency_id = %L', agency);
    delete from idempotency_keys where agency_id = agency and made_at < now() - interval '24 hours';
    get diagnostics gone = row_count;
    removed := removed + gone;
  end loop;
  return removed;
end
$$;

grant create on schema app to tn_definer, tn_operator;
alter function app.touch_key(uuid, uuid, text) owner to tn_definer;
alter function app.audit_waiting() owner to tn_definer;
alter function app.audit_to_seal(uuid, integer) owner to tn_definer;
alter function app.audit_seal(uuid, bigint, uuid[], bytea[], timestamptz, bytea) owner to tn_definer;
alter function app.sweep_idempotency_keys() owner to tn_definer;
alter function app.sweep_operator_keys() owner to tn_operator;
revoke create on schema app from tn_definer, tn_operator;
grant execute on function app.touch_key(uuid, uuid, text) to tn_web;
grant execute on function app.audit_waiting(), app.audit_to_seal(uuid, integer),
  app.audit_seal(uuid, bigint, uuid[], bytea[], timestamptz, bytea), app.sweep_idempotency_keys() to tn_worker;
grant execute on function app.sweep_operator_keys() to tn_definer;
revoke execute on function app.sweep_operator_keys() from tn_operator;

-- Two functions get a few words more and stay otherwise as the migrations before left them: the request's look-up
-- learns of a key's earlier secret, the demo's removal of the new tables.
do $$
declare
  change text[];
  before text;
  after text;
begin
  foreach change slice 1 in array array[
    ['open_request', '''lastUsedAt'', k.last_used_at,',
      '''lastUsedAt'', k.last_used_at,
      ''previousSecretHash'', encode(k.previous_secret_hash, ''hex''), ''previousValidUntil'', k.previous_valid_until,'],
    ['platform_remove_demo', 'array[''audit_entries'',',
      'array[''idempotency_keys'', ''audit_seals'', ''audit_heads'', ''audit_entries'',']
  ] loop
    select pg_get_functiondef(p.oid) into strict before
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'app' and p.proname = change[1];
    after := replace(before, change[2], change[3]);
    if after = before then
      raise exception 'app.% is not as this migration expects it', change[1];
    end if;
    execute after;
  end loop;
end
$$;
