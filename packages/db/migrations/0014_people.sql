-- Teams, the second step at sign-in, fresh proofs, and the notices people may choose.

-- Whether somebody is still in an account. A row stays when its person goes: sessions, keys and the audit name it.
alter table memberships
  add column state text not null default 'active' check (state in ('active', 'disabled', 'removed')),
  add column last_seen_at timestamptz;
grant update (state, last_seen_at) on memberships to tn_agency, tn_distributor, tn_reseller;
grant update (last_seen_at) on memberships to tn_definer;
update memberships m set last_seen_at = s.seen from (
  select agency_id, user_id, account_id, max(last_seen_at) as seen from sessions group by 1, 2, 3
) s where s.agency_id = m.agency_id and s.user_id = m.user_id and s.account_id = m.account_id;
-- Whoever is removed leaves no password behind.
grant delete on passwords to tn_agency, tn_distributor, tn_reseller;

-- When an expired invitation was last asked for anew.
alter table invitations add column asked_at timestamptz;
-- Whoever sends an invitation again vouches for it from then on, for the role its person has by then.
grant update (asked_at, invited_by, role) on invitations to tn_agency, tn_distributor, tn_reseller;
create index invitations_by_user on invitations (agency_id, user_id, created_at);
create index api_keys_by_creator on api_keys (agency_id, created_by);

-- When this session last proved who it is: by a password or by a code.
alter table sessions add column proved_at timestamptz not null default now();
grant update (proved_at) on sessions to tn_agency, tn_distributor, tn_reseller;

-- One authenticator per person, there once a code of it was proven. The secret is sealed; `last_step` is the time step
-- of the newest code taken, so that no code works twice.
create table second_factors (
  agency_id uuid not null,
  user_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  key_id text not null,
  secret bytea not null,
  last_step bigint not null,
  created_at timestamptz not null default now(),
  primary key (agency_id, user_id),
  foreign key (agency_id, user_id) references users (agency_id, id)
);
select app.protect('second_factors', 'agency', 'distributor', 'reseller');
grant select, insert, delete, update (last_step) on second_factors to tn_agency, tn_distributor, tn_reseller;
grant select (agency_id, user_id) on second_factors to tn_definer;

create table recovery_codes (
  agency_id uuid not null,
  user_id uuid not null,
  code_hash bytea not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  used_at timestamptz,
  primary key (agency_id, user_id, code_hash),
  foreign key (agency_id, user_id) references users (agency_id, id)
);
select app.protect('recovery_codes', 'agency', 'distributor', 'reseller');
grant select, insert, delete, update (used_at) on recovery_codes to tn_agency, tn_distributor, tn_reseller;
grant select (agency_id) on recovery_codes to tn_definer;

-- Everybody of the agency's own people needs a second step.
alter table agencies add column second_factor_required boolean not null default false;
grant update (second_factor_required) on agencies to tn_agency;

-- Which notices somebody wants; without a row what the role suggests.
create table notice_choices (
  agency_id uuid not null,
  user_id uuid not null,
  kind text not null check (kind in ('invitation_accepted', 'invitation_asked', 'reseller_access')),
  distributor_id uuid not null,
  reseller_id uuid not null,
  wanted boolean not null,
  primary key (agency_id, user_id, kind),
  foreign key (agency_id, user_id) references users (agency_id, id)
);
select app.protect('notice_choices', 'agency', 'distributor', 'reseller');
grant select, insert, update (wanted) on notice_choices to tn_agency, tn_distributor, tn_reseller;
grant select on notice_choices to tn_definer;

alter table mails drop constraint mails_kind_check;
alter table mails add constraint mails_kind_check check (kind in ('invitation', 'password_reset', 'password_changed',
  'second_factor_on', 'second_factor_off', 'recovery_code_used', 'invitation_accepted', 'invitation_asked', 'reseller_access'));

-- The look-up of every request, now with: whether somebody is still in the account, the session's proof, the second step.
create or replace function app.open_request(p_host text, p_session_id text, p_key_id uuid)
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
      'agencyCountry', a.country, 'agencySupportEmail', ab.support_email,
      'secondFactorRequired', a.second_factor_required and c.kind = 'agency'),
    case when s.id is not null then json_build_object(
      'id', s.id, 'secretHash', encode(s.secret_hash, 'hex'), 'host', s.host,
      'createdAt', s.created_at, 'expiresAt', s.expires_at, 'endsAt', s.ends_at, 'provedAt', s.proved_at,
      'userId', u.id, 'userName', u.name, 'email', u.email, 'language', u.language, 'userStatus', u.status,
      'realmId', u.realm_id, 'mustChangePassword', u.must_change_password, 'hasSecondFactor', f.user_id is not null,
      'role', case when m.state = 'active' then m.role end,
      'accountId', m.account_id, 'accountKind', ma.kind,
      'accountArchived', ma.archived_at is not null,
      'validFrom', greatest(u.sessions_valid_from, ma.sessions_valid_from)) end,
    case when k.id is not null then json_build_object(
      'id', k.id, 'secretHash', encode(k.secret_hash, 'hex'), 'name', k.name, 'scopes', k.scopes,
      'accountId', k.account_id, 'expiresAt', k.expires_at, 'revokedAt', k.revoked_at, 'lastUsedAt', k.last_used_at,
      'creatorId', ku.id, 'creatorStatus', ku.status,
      'creatorRole', case when km.state = 'active' then km.role end) end,
    now()
  from agencies a
  join accounts c on c.agency_id = h.agency_id and c.id = h.account_id
  left join brands b on b.agency_id = h.agency_id and b.account_id = h.account_id
  left join brands ab on ab.agency_id = h.agency_id and ab.account_id = h.agency_id
  left join sessions s on s.agency_id = h.agency_id and s.id = p_session_id
  left join users u on u.agency_id = h.agency_id and u.id = s.user_id
  left join second_factors f on f.agency_id = h.agency_id and f.user_id = s.user_id
  left join memberships m on m.agency_id = h.agency_id and m.user_id = s.user_id and m.account_id = s.account_id
  left join accounts ma on ma.agency_id = h.agency_id and ma.id = m.account_id
  left join api_keys k on k.agency_id = h.agency_id and k.id = p_key_id
  left join memberships km on km.agency_id = h.agency_id and km.user_id = k.created_by and km.account_id = k.account_id
  left join users ku on ku.agency_id = h.agency_id and ku.id = k.created_by
  where a.agency_id = h.agency_id;
end
$$;

-- A renewal also says when its person was last seen.
create or replace function app.renew_session(p_agency uuid, p_id text, p_expires_at timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform app.set_agency(p_agency);
  with renewed as (
    update sessions set expires_at = least(p_expires_at, ends_at), last_seen_at = now()
    where agency_id = p_agency and id = p_id returning user_id, account_id
  )
  update memberships m set last_seen_at = now() from renewed r
  where m.agency_id = p_agency and m.user_id = r.user_id and m.account_id = r.account_id;
end
$$;

-- May this person still invite somebody to this role? In their own account owners to every role, admins to all but
-- owner; the agency's owners and admins to every role of an account below it. A reseller's scope cannot see its
-- agency's people, so it asks here.
drop function app.may_invite(uuid, uuid);
create function app.may_invite(p_agency uuid, p_user uuid, p_account uuid, p_role text) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select p_agency = app.agency_id() and exists (
    select 1 from memberships m join users u on u.agency_id = m.agency_id and u.id = m.user_id
    where m.agency_id = p_agency and m.user_id = p_user and m.state = 'active' and u.status = 'active'
      and (m.account_id = p_account or m.account_id = p_agency)
      and (m.role = 'owner' or (m.role = 'admin' and (p_role <> 'owner' or m.account_id <> p_account))))
$$;
alter function app.may_invite(uuid, uuid, uuid, text) owner to tn_definer;
grant execute on function app.may_invite(uuid, uuid, uuid, text) to tn_agency, tn_distributor, tn_reseller;

-- Queues a notice to the people of an account who want it (or to one person, `p_only`, wherever they are), but for
-- whoever caused it. Here, because a reseller's scope sees neither its agency's people nor what they want.
create function app.queue_notice(p_kind text, p_account uuid, p_subject uuid, p_only uuid, p_except uuid) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  person record;
  mail uuid;
  queued integer := 0;
begin
  for person in
    select distinct on (m.user_id) m.user_id, m.account_id, m.distributor_id, m.reseller_id, u.email
    from memberships m
    join users u on u.agency_id = m.agency_id and u.id = m.user_id
    join passwords p on p.agency_id = m.agency_id and p.user_id = m.user_id
    left join notice_choices c on c.agency_id = m.agency_id and c.user_id = m.user_id and c.kind = p_kind
    where m.agency_id = app.agency_id() and m.state = 'active' and u.status = 'active'
      and (p_account is null or m.account_id = p_account) and (p_only is null or m.user_id = p_only)
      and m.user_id is distinct from p_except
      and coalesce(c.wanted, m.role in ('owner', 'admin'))
    order by m.user_id, m.created_at
  loop
    mail := gen_random_uuid();
    insert into mails (agency_id, id, account_id, user_id, distributor_id, reseller_id, kind, subject_id, recipient)
    values (app.agency_id(), mail, person.account_id, person.user_id, person.distributor_id, person.reseller_id, p_kind,
      p_subject, person.email);
    perform app.enqueue('mail.send', jsonb_build_object('mailId', mail), null);
    queued := queued + 1;
  end loop;
  return queued;
end
$$;
alter function app.queue_notice(text, uuid, uuid, uuid, uuid) owner to tn_definer;
grant execute on function app.queue_notice(text, uuid, uuid, uuid, uuid) to tn_agency, tn_distributor, tn_reseller;
grant select (user_id) on passwords to tn_definer;

-- The demo's removal, with the tables that came since (0009_demo.sql says how it works).
create or replace function app.platform_remove_demo(p_cut_short boolean) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  demo uuid;
  removed integer := 0;
  tbl text;
begin
  for demo in select agency_id from agencies where is_demo loop
    execute format('set local app.agency_id = %L', demo);
    foreach tbl in array array['audit_entries', 'mails', 'api_keys', 'tokens', 'invitations', 'sessions', 'saved_views',
      'memberships', 'passwords', 'second_factors', 'recovery_codes', 'notice_choices', 'throttles', 'users', 'usage_events',
      'usage_deltas', 'usage_days', 'usage_gauges', 'usage_folds', 'usage_quarantine', 'resellers', 'reseller_counts',
      'reseller_days', 'brands', 'plan_allowances', 'plans', 'meters', 'accounts'] loop
      -- Some of them come with a later migration.
      continue when to_regclass('public.' || tbl) is null;
      execute format('delete from public.%I where agency_id = $1', tbl) using demo;
    end loop;
    if p_cut_short then
      delete from hostnames where agency_id = demo;
    else
      update hostnames set state = 'retired' where agency_id = demo;
    end if;
    delete from agencies where agency_id = demo;
    removed := removed + 1;
  end loop;
  return removed;
end
$$;
grant delete on second_factors, recovery_codes, notice_choices to tn_definer;
