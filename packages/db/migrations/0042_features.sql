-- Parts of the agency's own product that are off until they are released: by the agency to whom it sells to, and by
-- each reseller to its customers.

-- `key` is what programs ask for. A reseller hears of a feature only through app.released_features().
create table features (
  agency_id uuid not null references agencies (agency_id),
  id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9_]{1,59}$'),
  name text not null check (length(name) between 1 and 100),
  name_ci text not null generated always as (lower(name)) stored,
  description text not null default '' check (length(description) <= 500),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (agency_id, id),
  -- Keys of archived ones are not given again: a program may still ask for them.
  unique (agency_id, key)
);
create index features_by_name on features (agency_id, name_ci, id);
select app.protect('features', 'agency');
grant select, insert, update (name, description, updated_at, archived_at) on features to tn_agency;
grant select, delete on features to tn_definer;

-- The rule by which one seller releases a feature: the agency (reseller_id = agency_id) or a reseller. Without a row
-- only those have it who were chosen. Withdrawn = nobody has it, whatever the rule says; the rule stays for the day it
-- is released again.
create table feature_releases (
  agency_id uuid not null,
  feature_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  reach text not null default 'chosen' check (reach in ('chosen', 'tier', 'percentage', 'everyone')),
  types text[] not null default '{}' check (types <@ array['own_plans', 'commission']),
  plan_ids uuid[] not null default '{}',
  percent smallint not null default 0 check (percent between 0 and 100),
  withdrawn_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (agency_id, feature_id, reseller_id),
  foreign key (agency_id, feature_id) references features (agency_id, id),
  foreign key (agency_id, reseller_id) references accounts (agency_id, id),
  check (reach <> 'tier' or (reseller_id = agency_id and cardinality(types) + cardinality(plan_ids) > 0)),
  check (reach <> 'percentage' or percent > 0)
);
select app.protect('feature_releases', 'agency', 'distributor', 'reseller');
grant select, insert, update (reach, types, plan_ids, percent, withdrawn_at, updated_at)
  on feature_releases to tn_agency, tn_reseller;
grant select on feature_releases to tn_distributor;
grant select, delete on feature_releases to tn_definer;

-- Who has it, or has it not, whatever the rule says. `reseller_id` is who decided, `account_id` for whom.
create table feature_exceptions (
  agency_id uuid not null,
  feature_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  account_id uuid not null,
  released boolean not null,
  created_at timestamptz not null default now(),
  primary key (agency_id, feature_id, reseller_id, account_id),
  foreign key (agency_id, feature_id) references features (agency_id, id),
  foreign key (agency_id, account_id) references accounts (agency_id, id)
);
create index feature_exceptions_by_account on feature_exceptions (agency_id, account_id, reseller_id);
select app.protect('feature_exceptions', 'agency', 'distributor', 'reseller');
grant select, insert, delete, update (released) on feature_exceptions to tn_agency, tn_reseller;
grant select on feature_exceptions to tn_distributor;
grant select, delete on feature_exceptions to tn_definer;

-- An account's place among a hundred for one feature, from 0: the first four bytes of SHA-256 over the two ids' bytes.
-- It never changes, so that a higher percentage takes a feature from nobody.
create function app.feature_bucket(p_feature uuid, p_account uuid) returns integer
language sql immutable strict parallel safe
as $$
  select ((('x' || encode(substr(sha256(uuid_send(p_feature) || uuid_send(p_account)), 1, 4), 'hex'))::bit(32)::bigint
    * 100) >> 32)::integer
$$;

-- Why an account has a feature or has it not, by one seller's rule: the one place where that is decided. Exceptions
-- win over the rule, and withdrawing wins over both. Type and plan are a reseller's; null for others.
create function app.feature_reason(p_rule feature_releases, p_feature uuid, p_account uuid, p_type text, p_plan uuid,
  p_exception boolean)
returns text
language sql immutable parallel safe
as $$
  select case
    when p_rule.withdrawn_at is not null then 'withdrawn'
    when p_exception then 'chosen'
    when not p_exception then 'left_out'
    when p_rule.reach = 'everyone' then 'everyone'
    when p_rule.reach = 'tier' and (cardinality(p_rule.types) = 0 or p_type = any(p_rule.types))
      and (cardinality(p_rule.plan_ids) = 0 or p_plan = any(p_rule.plan_ids)) then 'tier'
    when p_rule.reach = 'percentage' and app.feature_bucket(p_feature, p_account) < p_rule.percent then 'percentage'
    else 'not_reached'
  end
$$;

create function app.feature_released(p_rule feature_releases, p_feature uuid, p_account uuid, p_type text, p_plan uuid,
  p_exception boolean)
returns boolean
language sql immutable parallel safe
as $$
  select app.feature_reason(p_rule, p_feature, p_account, p_type, p_plan, p_exception)
    in ('chosen', 'everyone', 'tier', 'percentage')
$$;
grant execute on function app.feature_bucket(uuid, uuid),
  app.feature_reason(feature_releases, uuid, uuid, text, uuid, boolean),
  app.feature_released(feature_releases, uuid, uuid, text, uuid, boolean)
  to tn_agency, tn_distributor, tn_reseller, tn_definer;

-- The agency's features that the reseller whose transaction this is has now. Others are not there for it.
create function app.released_features()
returns table (id uuid, key text, name text, description text, created_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select f.id, f.key, f.name, f.description, f.created_at
  from resellers r
  join features f on f.agency_id = r.agency_id and f.archived_at is null
  left join feature_releases g
    on g.agency_id = f.agency_id and g.feature_id = f.id and g.reseller_id = f.agency_id
  left join feature_exceptions e
    on e.agency_id = f.agency_id and e.feature_id = f.id and e.reseller_id = f.agency_id and e.account_id = r.id
  where r.agency_id = app.agency_id() and r.id = app.account_id()
    and app.feature_released(g, f.id, r.id, r.type, r.plan_id, e.released)
$$;
grant create on schema app to tn_definer;
alter function app.released_features() owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.released_features() to tn_reseller, tn_distributor;
