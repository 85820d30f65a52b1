-- The installation's operators. They stand apart from tenants and act on agencies through these functions only.
create table platform.operators (
  id uuid primary key,
  email text not null,
  email_ci text not null unique generated always as (lower(email)) stored,
  name text not null,
  password_hash text,
  setup_hash bytea,
  setup_expires_at timestamptz,
  created_at timestamptz not null default now()
);
create table platform.operator_sessions (
  id text primary key,
  operator_id uuid not null references platform.operators (id),
  secret_hash bytea not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ends_at timestamptz not null,
  last_seen_at timestamptz not null default now(),
  ip text,
  user_agent text
);
create table platform.operator_throttles (
  key text primary key,
  hits integer not null,
  window_ends_at timestamptz not null
);
create table platform.operator_entries (
  id uuid primary key,
  at timestamptz not null default now(),
  operator_id text not null,
  action text not null,
  object_id text not null,
  after jsonb,
  request_id text not null
);
grant select, insert, update (name, password_hash, setup_hash, setup_expires_at) on platform.operators to tn_operator;
grant select, insert, delete, update (expires_at, last_seen_at) on platform.operator_sessions to tn_operator;
grant select, insert, update, delete on platform.operator_throttles to tn_operator;
grant select, insert on platform.operator_entries to tn_operator;

-- The operator's entrance, as app.enter is the tenants'. No tenant table is granted to this role.
create function app.enter_operator() returns void language plpgsql
as $$
begin
  if coalesce(current_setting('app.agency_id', true), '') <> '' then
    raise exception 'app.enter_operator: already inside a tenant' using errcode = '55000';
  end if;
  set local role tn_operator;
end
$$;
grant execute on function app.enter_operator() to tn_web;

create policy platform_list on agencies for select to tn_definer using (true);

create policy platform_roots on accounts for select to tn_definer using (kind = 'agency');
create policy platform_counts on reseller_counts for select to tn_definer using (true);
grant select on reseller_counts to tn_definer;

create function app.platform_agencies(p_after text, p_limit integer)
returns table (id uuid, name text, slug text, status text, is_demo boolean, created_at timestamptz, owner_email text,
  activated boolean, resellers integer)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
begin
  -- No tenant at all: policies that ask for one let nobody's rows through, only those made for the platform do.
  perform app.set_agency('00000000-0000-0000-0000-000000000000');
  return query
  select g.agency_id, g.name, g.slug, g.status, g.is_demo, g.created_at, a.email, a.activated_at is not null,
    (select coalesce(sum(c.active), 0)::integer from reseller_counts c where c.agency_id = g.agency_id)
  from agencies g join accounts a on a.agency_id = g.agency_id and a.id = g.agency_id and a.kind = 'agency'
  where g.slug > p_after order by g.slug limit p_limit;
end
$$;

-- Makes an agency whole in one step: root account, host, brand, meters, owner and the owner's invitation.
-- The caller makes the ids, so that repeating the call cannot make two. Answers false when the host is taken.
create function app.platform_create_agency(p jsonb) returns boolean
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  agency uuid := (p->>'agencyId')::uuid;
  owner_id uuid := (p->>'ownerId')::uuid;
  invitation uuid := (p->>'invitationId')::uuid;
  mail uuid := (p->>'mailId')::uuid;
begin
  perform app.set_agency(agency);
  if exists (select 1 from hostnames where host = p->>'host') then
    return false;
  end if;
  insert into agencies (agency_id, name, slug, billing_zone, country, mode, is_demo)
  values (agency, p->>'name', p->>'slug', p->>'billingZone', p->>'country', p->>'mode', (p->>'isDemo')::boolean);
  insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name, email, country, language)
  values (agency, agency, 'agency', agency, agency, agency, agency, p->>'code', p->>'name', p->>'ownerEmail', p->>'country', 'en');
  insert into hostnames (host, agency_id, account_id, kind, distributor_id, reseller_id)
  values (p->>'host', agency, agency, 'login', agency, agency);
  insert into brands (agency_id, account_id, distributor_id, reseller_id, color, support_email)
  values (agency, agency, agency, agency, coalesce(p->>'color', '#2f55e8'), p->>'supportEmail');
  insert into meters (agency_id, key, kind, position)
  values (agency, 'messages', 'counter', 1), (agency, 'whatsapp_messages', 'counter', 2), (agency, 'team_members', 'gauge', 3);
  insert into plans (agency_id, id, name, description, is_default)
  select agency, (plan->>'id')::uuid, plan->>'name', plan->>'description', (plan->>'isDefault')::boolean
  from jsonb_array_elements(p->'plans') plan;
  insert into plan_allowances (agency_id, plan_id, meter, included_units)
  select agency, (plan->>'id')::uuid, a.key, a.value::bigint
  from jsonb_array_elements(p->'plans') plan, jsonb_each_text(plan->'allowances') a;
  insert into users (agency_id, id, realm_id, distributor_id, reseller_id, email, name)
  values (agency, owner_id, agency, agency, agency, p->>'ownerEmail', p->>'ownerName');
  insert into memberships (agency_id, user_id, account_id, distributor_id, reseller_id, customer_id, role)
  values (agency, owner_id, agency, agency, agency, agency, 'owner');
  insert into invitations (agency_id, id, account_id, user_id, distributor_id, reseller_id, email, role, expires_at)
  values (agency, invitation, agency, owner_id, agency, agency, p->>'ownerEmail', 'owner', now() + interval '7 days');
  insert into tokens (agency_id, id, purpose, subject_id, user_id, host, distributor_id, reseller_id, secret_hash, expires_at)
  values (agency, (p->>'tokenId')::uuid, 'invitation', invitation, owner_id, p->>'host', agency, agency,
    decode(p->>'tokenHash', 'hex'), now() + interval '7 days');
  insert into mails (agency_id, id, account_id, user_id, distributor_id, reseller_id, kind, subject_id, recipient)
  values (agency, mail, agency, owner_id, agency, agency, 'invitation', invitation, p->>'ownerEmail');
  insert into audit_entries (agency_id, id, actor_kind, actor_id, action, object_kind, object_id, distributor_id, reseller_id, after, request_id)
  values (agency, (p->>'auditId')::uuid, 'operator', p->>'actorId', 'agency.create', 'agency', agency::text, agency, agency,
    jsonb_build_object('name', p->>'name', 'slug', p->>'slug', 'ownerEmail', p->>'ownerEmail'), p->>'requestId');
  perform app.enqueue('mail.send', jsonb_build_object('mailId', mail), null);
  return true;
end
$$;

-- Suspends or reopens. Answers the name when something changed, else null.
create function app.platform_set_agency_status(p_agency uuid, p_status text, p_actor text, p_audit uuid, p_request text) returns text
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  changed text;
begin
  perform app.set_agency(p_agency);
  update agencies set status = p_status, status_changed_at = now()
  where agency_id = p_agency and status <> p_status returning name into changed;
  if changed is not null then
    insert into audit_entries (agency_id, id, actor_kind, actor_id, action, object_kind, object_id, distributor_id, reseller_id, after, request_id)
    values (p_agency, p_audit, 'operator', p_actor, case p_status when 'suspended' then 'agency.suspend' else 'agency.reopen' end,
      'agency', p_agency::text, p_agency, p_agency, jsonb_build_object('status', p_status), p_request);
  end if;
  return changed;
end
$$;

create policy platform_outbox on mails for select to tn_definer using (true);
create function app.platform_outbox(p_before timestamptz, p_before_id uuid, p_limit integer)
returns table (agency_id uuid, id uuid, agency_name text, kind text, recipient text, sender text, subject text, state text, failure text,
  created_at timestamptz, sent_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.agency_id, m.id, a.name, m.kind, m.recipient, coalesce(m.sender, a.name), m.subject, m.state, m.failure, m.created_at, m.sent_at
  from mails m join agencies a on a.agency_id = m.agency_id
  where (m.created_at, m.id) < (p_before, p_before_id)
  order by m.created_at desc, m.id desc limit p_limit
$$;
create function app.platform_mail(p_agency uuid, p_id uuid)
returns table (agency_id uuid, id uuid, agency_name text, kind text, recipient text, sender text, subject text, state text, failure text,
  created_at timestamptz, sent_at timestamptz, html text, text text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.agency_id, m.id, a.name, m.kind, m.recipient, coalesce(m.sender, a.name), m.subject, m.state, m.failure, m.created_at, m.sent_at, m.html, m.text
  from mails m join agencies a on a.agency_id = m.agency_id where m.agency_id = p_agency and m.id = p_id
$$;

alter function app.platform_agencies(text, integer) owner to tn_definer;
alter function app.platform_create_agency(jsonb) owner to tn_definer;
alter function app.platform_set_agency_status(uuid, text, text, uuid, text) owner to tn_definer;
alter function app.platform_outbox(timestamptz, uuid, integer) owner to tn_definer;
alter function app.platform_mail(uuid, uuid) owner to tn_definer;
grant execute on function app.enqueue(text, jsonb, text) to tn_definer;
grant execute on function app.platform_agencies(text, integer), app.platform_create_agency(jsonb),
  app.platform_set_agency_status(uuid, text, text, uuid, text), app.platform_outbox(timestamptz, uuid, integer),
  app.platform_mail(uuid, uuid) to tn_operator;
