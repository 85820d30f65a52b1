-- Plans as agencies and own-plan resellers sell them: versions that never change once published, who may see a plan,
-- which version a reseller is on, changes that wait for their date, and what was granted against a cap.

-- Rows of before are brought over by the tables' owner, past the wall that is otherwise forced on it too.
alter table plans no force row level security;
alter table plan_allowances no force row level security;
alter table resellers no force row level security;

-- Whose plan it is: the root account's id = the agency's own. An agency's plan reaches a reseller only through
-- app.published_plans(), so that no forgotten predicate shows it the agency's other plans.
alter table plans
  add column distributor_id uuid,
  add column reseller_id uuid,
  add column internal_name text not null default '' check (length(internal_name) <= 200),
  add column visibility text not null default 'all' check (visibility in ('all', 'chosen', 'none')),
  -- The number of the version that new resellers get; null until the first is published.
  add column current_version integer,
  -- What is being prepared, as an API call's "terms"; null when nothing is.
  add column draft jsonb,
  add column updated_at timestamptz not null default now(),
  add column archived_at timestamptz;
update plans set distributor_id = agency_id, reseller_id = agency_id, current_version = 1;
alter table plans
  alter distributor_id set not null, alter distributor_id set default app.agency_id(),
  alter reseller_id set not null, alter reseller_id set default app.agency_id(),
  add foreign key (agency_id, reseller_id) references accounts (agency_id, id),
  add check (not is_default or archived_at is null),
  drop constraint plans_agency_id_name_ci_key;
create unique index plans_name on plans (agency_id, reseller_id, name_ci) where archived_at is null;
drop index plans_one_default;
create unique index plans_one_default on plans (agency_id, reseller_id) where is_default;
drop policy distributor on plans;
drop policy reseller on plans;
create policy distributor on plans for all to tn_distributor
  using (agency_id = app.agency_id() and distributor_id = app.account_id())
  with check (agency_id = app.agency_id() and distributor_id = app.account_id());
create policy reseller on plans for all to tn_reseller
  using (agency_id = app.agency_id() and reseller_id = app.account_id())
  with check (agency_id = app.agency_id() and reseller_id = app.account_id());
grant insert, update (name, internal_name, description, is_default, visibility, current_version, draft, updated_at, archived_at)
  on plans to tn_agency, tn_reseller;
grant update (current_version) on plans to tn_definer;

-- A version is a plan's terms as they were published. Insert only, like its prices and meters: whoever is on it can
-- rely on it.
create table plan_versions (
  agency_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  number integer not null check (number > 0),
  distributor_id uuid not null,
  reseller_id uuid not null,
  published_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, plan_id, number),
  unique (agency_id, plan_id, id),
  foreign key (agency_id, plan_id) references plans (agency_id, id)
);
select app.protect('plan_versions', 'agency', 'distributor', 'reseller');
grant select, insert on plan_versions to tn_agency, tn_reseller;
grant select on plan_versions to tn_distributor;
grant select, insert on plan_versions to tn_definer;

-- What a version asks for each interval, in minor units of the currency.
create table plan_prices (
  agency_id uuid not null,
  version_id uuid not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  billed_every text not null check (billed_every in ('month', 'year')),
  distributor_id uuid not null,
  reseller_id uuid not null,
  amount_minor bigint not null check (amount_minor >= 0),
  primary key (agency_id, version_id, currency, billed_every),
  foreign key (agency_id, version_id) references plan_versions (agency_id, id)
);
select app.protect('plan_prices', 'agency', 'distributor', 'reseller');
grant select, insert on plan_prices to tn_agency, tn_reseller;
grant select on plan_prices to tn_distributor;
grant select, insert on plan_prices to tn_definer;

-- What a version includes of a meter in a month, and where it warns (soft) and ends (hard). Past the included units
-- each block begun costs what plan_overages says.
create table plan_meters (
  agency_id uuid not null,
  version_id uuid not null,
  meter text not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  included_units bigint not null check (included_units >= 0),
  block_units bigint not null default 1 check (block_units > 0),
  soft_cap_units bigint check (soft_cap_units >= 0),
  hard_cap_units bigint check (hard_cap_units >= included_units),
  primary key (agency_id, version_id, meter),
  check (soft_cap_units <= hard_cap_units),
  foreign key (agency_id, version_id) references plan_versions (agency_id, id),
  foreign key (agency_id, meter) references meters (agency_id, key)
);
select app.protect('plan_meters', 'agency', 'distributor', 'reseller');
grant select, insert on plan_meters to tn_agency, tn_reseller;
grant select on plan_meters to tn_distributor;
grant select, insert on plan_meters to tn_definer;

-- A block's price past what is included, and what the block costs the plan's owner, who alone sees that.
create table plan_overages (
  agency_id uuid not null,
  version_id uuid not null,
  meter text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  distributor_id uuid not null,
  reseller_id uuid not null,
  amount_minor bigint check (amount_minor >= 0),
  cost_minor bigint check (cost_minor >= 0),
  primary key (agency_id, version_id, meter, currency),
  foreign key (agency_id, version_id, meter) references plan_meters (agency_id, version_id, meter)
);
select app.protect('plan_overages', 'agency', 'distributor', 'reseller');
grant select, insert on plan_overages to tn_agency, tn_reseller;
grant select on plan_overages to tn_distributor;
grant select on plan_overages to tn_definer;

-- Who sees a plan whose visibility is "chosen".
create table plan_audiences (
  agency_id uuid not null,
  plan_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  primary key (agency_id, plan_id, reseller_id),
  foreign key (agency_id, plan_id) references plans (agency_id, id),
  foreign key (agency_id, reseller_id) references resellers (agency_id, id)
);
select app.protect('plan_audiences', 'agency');
grant select, insert, delete on plan_audiences to tn_agency;
grant select on plan_audiences to tn_definer;

-- Every plan becomes its own version 1, and every reseller stays on it.
insert into plan_versions (agency_id, id, plan_id, number, distributor_id, reseller_id, published_at)
select agency_id, gen_random_uuid(), id, 1, agency_id, agency_id, created_at from plans;
insert into plan_meters (agency_id, version_id, meter, distributor_id, reseller_id, included_units)
select a.agency_id, v.id, a.meter, a.agency_id, a.agency_id, a.included_units
from plan_allowances a join plan_versions v on v.agency_id = a.agency_id and v.plan_id = a.plan_id;
drop table plan_allowances;

-- A reseller is on a version: publishing another changes nothing for it. `price_version_id` is set where it keeps the
-- price of an earlier one.
alter table resellers
  add column plan_version_id uuid,
  add column price_version_id uuid;
update resellers r set plan_version_id = v.id
from plan_versions v where v.agency_id = r.agency_id and v.plan_id = r.plan_id;
alter table resellers
  add constraint resellers_plan_pinned check ((plan_id is null) = (plan_version_id is null)),
  add foreign key (agency_id, plan_id, plan_version_id) references plan_versions (agency_id, plan_id, id),
  add foreign key (agency_id, price_version_id) references plan_versions (agency_id, id);
create index resellers_by_plan on resellers (agency_id, plan_version_id) where plan_version_id is not null;
grant update (plan_version_id, price_version_id) on resellers to tn_agency;
grant select (agency_id, id, type, plan_id, plan_version_id, price_version_id) on resellers to tn_definer;

alter table plans force row level security;
alter table resellers force row level security;

-- Resellers moved to a version together. "Undone" until its date by cancelling what still waits.
create table plan_migrations (
  agency_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  version_id uuid not null,
  due_at timestamptz not null,
  state text not null default 'scheduled' check (state in ('scheduled', 'done', 'cancelled')),
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, plan_id, version_id) references plan_versions (agency_id, plan_id, id)
);
create index plan_migrations_by_plan on plan_migrations (agency_id, plan_id, created_at);
select app.protect('plan_migrations', 'agency');
grant select, insert, update (state, settled_at) on plan_migrations to tn_agency;

-- A change of a reseller's plan, done or waiting for its date (business time). One may wait per reseller.
create table plan_changes (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  from_version_id uuid,
  plan_id uuid not null,
  version_id uuid not null,
  keep_price boolean not null default false,
  due_at timestamptz not null,
  state text not null default 'scheduled' check (state in ('scheduled', 'done', 'cancelled')),
  migration_id uuid,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, reseller_id) references resellers (agency_id, id),
  foreign key (agency_id, from_version_id) references plan_versions (agency_id, id),
  foreign key (agency_id, plan_id, version_id) references plan_versions (agency_id, plan_id, id),
  foreign key (agency_id, migration_id) references plan_migrations (agency_id, id)
);
create unique index plan_changes_one_waiting on plan_changes (agency_id, reseller_id) where state = 'scheduled';
create index plan_changes_due on plan_changes (agency_id, due_at) where state = 'scheduled';
create index plan_changes_by_migration on plan_changes (agency_id, migration_id) where migration_id is not null;
select app.protect('plan_changes', 'agency', 'distributor', 'reseller');
grant select, insert, update (state, settled_at) on plan_changes to tn_agency;
grant select on plan_changes to tn_distributor, tn_reseller;

-- Which agencies have a change that is due by their own clock. The worker asks; the work is done inside the tenant.
create policy due on plan_changes for select to tn_definer using (true);
grant select (agency_id, due_at, state) on plan_changes to tn_definer;
create function app.plan_changes_due() returns table (agency_id uuid, now timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select g.agency_id, g.now
  from (select a.agency_id, now() + case a.mode when 'test' then a.clock_offset else '0' end as now from agencies a) g
  where exists (select from plan_changes c where c.agency_id = g.agency_id and c.state = 'scheduled' and c.due_at <= g.now)
$$;

-- Units granted against a cap (usage.decide), per account, meter and month. `units` is the highest level granted,
-- `seen` the use that was known then.
create table usage_reservations (
  agency_id uuid not null,
  account_id uuid not null,
  meter varchar(40) not null,
  month date not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  units bigint not null check (units >= 0),
  seen bigint not null,
  primary key (agency_id, account_id, meter, month),
  foreign key (agency_id, account_id) references accounts (agency_id, id)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
select app.protect('usage_reservations', 'agency');
grant select, insert, update (units, seen) on usage_reservations to tn_agency;

-- The agency's plans that the reseller whose transaction this is may see: the version it is on, and for one that sells
-- the agency's plans those that are published to it. What a plan costs the agency stays out.
create function app.published_plans()
returns table (id uuid, version_id uuid, version integer, name text, description text, is_default boolean, pinned boolean,
  published_at timestamptz, prices jsonb, meters jsonb)
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id, v.id, v.number, p.name, p.description, p.is_default, v.id is not distinct from r.plan_version_id, v.published_at,
    (select coalesce(jsonb_agg(jsonb_build_object('currency', x.currency, 'interval', x.billed_every,
        'amountMinor', x.amount_minor) order by x.currency, x.billed_every), '[]')
      from plan_prices x where x.agency_id = p.agency_id
        and x.version_id = case v.id when r.plan_version_id then coalesce(r.price_version_id, v.id) else v.id end),
    (select coalesce(jsonb_agg(jsonb_build_object('meter', m.meter, 'includedUnits', m.included_units,
        'blockUnits', m.block_units, 'softCapUnits', m.soft_cap_units, 'hardCapUnits', m.hard_cap_units,
        'overages', (select coalesce(jsonb_agg(jsonb_build_object('currency', o.currency, 'amountMinor', o.amount_minor,
            'costMinor', null) order by o.currency), '[]')
          from plan_overages o where o.agency_id = m.agency_id and o.version_id = m.version_id and o.meter = m.meter
            and o.amount_minor is not null)) order by m.meter), '[]')
      from plan_meters m where m.agency_id = v.agency_id and m.version_id = v.id)
  from resellers r
  join plans p on p.agency_id = r.agency_id and p.reseller_id = r.agency_id
  join plan_versions v on v.agency_id = p.agency_id and v.plan_id = p.id
  where r.agency_id = app.agency_id() and r.id = app.account_id()
    and (v.id = r.plan_version_id
      or (r.type = 'commission' and p.archived_at is null and p.current_version = v.number
        and p.id is distinct from r.plan_id
        and (p.visibility = 'all' or (p.visibility = 'chosen' and exists (
          select from plan_audiences a where a.agency_id = p.agency_id and a.plan_id = p.id and a.reseller_id = r.id)))))
$$;

grant create on schema app to tn_definer;
alter function app.plan_changes_due() owner to tn_definer;
alter function app.published_plans() owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.plan_changes_due() to tn_worker;
grant execute on function app.published_plans() to tn_reseller, tn_distributor;
grant delete on plan_versions, plan_prices, plan_meters, plan_overages, plan_audiences, plan_migrations, plan_changes,
  usage_reservations to tn_definer;
grant select (agency_id) on plan_migrations, usage_reservations to tn_definer;

-- Two functions of before named plan_allowances. They are mended where they stand, so that what other migrations did to
-- them stays; an edit that finds nothing to mend stops the migration.
do $do$
declare
  edit record;
  was text;
begin
  for edit in select * from (values
    ('app.platform_create_agency(jsonb)',
      $old$insert into plan_allowances (agency_id, plan_id, meter, included_units)
  select agency, (plan->>'id')::uuid, a.key, a.value::bigint
  from jsonb_array_elements(p->'plans') plan, jsonb_each_text(plan->'allowances') a;$old$,
      $new$update plans set current_version = 1 where agency_id = agency;
  insert into plan_versions (agency_id, id, plan_id, number, distributor_id, reseller_id, published_at)
  select agency, (plan->>'versionId')::uuid, (plan->>'id')::uuid, 1, agency, agency, now()
  from jsonb_array_elements(p->'plans') plan;
  insert into plan_meters (agency_id, version_id, meter, distributor_id, reseller_id, included_units)
  select agency, (plan->>'versionId')::uuid, a.key, agency, agency, a.value::bigint
  from jsonb_array_elements(p->'plans') plan, jsonb_each_text(plan->'allowances') a;$new$),
    ('app.platform_remove_demo(boolean)', $old$'resellers',$old$,
      $new$'usage_reservations', 'plan_changes', 'plan_migrations', 'plan_audiences', 'resellers',$new$),
    ('app.platform_remove_demo(boolean)', $old$'plan_allowances',$old$,
      $new$'plan_overages', 'plan_meters', 'plan_prices', 'plan_versions',$new$)
  ) as edits (routine, old, new) loop
    was := pg_get_functiondef(edit.routine::regprocedure);
    if position(edit.old in was) = 0 then
      raise exception '% does not read as expected', edit.routine;
    end if;
    execute replace(was, edit.old, edit.new);
  end loop;
end
$do$;
