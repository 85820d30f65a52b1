-- Units of a meter that a parent gives its children for each month, and what each parent has to give.

-- One row per giver and meter, made when it is first needed. What is promised to children can never come to more than
-- what is granted, times the ratio the giver has chosen: whoever gives adds to the row in the transaction that gives,
-- so that racers stand in line at it and the database has the last word.
create table allowance_pools (
  agency_id uuid not null,
  account_id uuid not null,
  meter text not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  -- What the account has: given by its parent, or what its plan includes; null = without limit.
  granted_units bigint check (granted_units >= 0),
  -- What it has is only drawn from its parent's pool, so nothing of it can be promised on.
  shared boolean not null default false,
  ratio_percent integer not null default 100 check (ratio_percent between 100 and 1000),
  -- The sum of its children's guaranteed allowances.
  allocated_units bigint not null default 0 check (allocated_units >= 0),
  primary key (agency_id, account_id, meter),
  foreign key (agency_id, account_id) references accounts (agency_id, id),
  foreign key (agency_id, meter) references meters (agency_id, key),
  constraint allowance_pools_cover check
    (granted_units is null or allocated_units * 100::numeric <= granted_units * ratio_percent::numeric),
  constraint allowance_pools_own check (not shared or allocated_units = 0)
) with (fillfactor = 60);
select app.protect('allowance_pools', 'agency', 'distributor', 'reseller');
grant select, insert, update (granted_units, shared, ratio_percent, allocated_units)
  on allowance_pools to tn_agency, tn_distributor;
-- What a reseller has is said from above.
grant select, insert, update (ratio_percent, allocated_units) on allowance_pools to tn_reseller;
grant select (agency_id), delete on allowance_pools to tn_definer;

-- What a child may use of a meter in a month. The scope columns are the giver's: whoever has an allowance cannot touch
-- it, and reads what it has in its own pool.
create table allowances (
  agency_id uuid not null,
  account_id uuid not null,
  meter text not null,
  parent_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  mode text not null check (mode in ('guaranteed', 'shared')),
  units bigint not null check (units >= 0),
  primary key (agency_id, account_id, meter),
  foreign key (agency_id, account_id) references accounts (agency_id, id),
  foreign key (agency_id, parent_id) references accounts (agency_id, id),
  foreign key (agency_id, meter) references meters (agency_id, key),
  check (account_id <> parent_id),
  -- A foreign key bypasses row security, this does not.
  check (parent_id = case when reseller_id <> agency_id then reseller_id else distributor_id end)
) with (fillfactor = 60);
create index allowances_by_parent on allowances (agency_id, parent_id, meter, mode);
select app.protect('allowances', 'agency', 'distributor', 'reseller');
grant select, insert, delete, update (mode, units) on allowances to tn_agency, tn_distributor, tn_reseller;
grant select (agency_id), delete on allowances to tn_definer;

-- Whoever gives sees what has been taken, up to the last unit: granted against a cap, or reported and not folded yet.
create policy distributor on usage_reservations for all to tn_distributor
  using (agency_id = app.agency_id() and distributor_id = app.account_id())
  with check (agency_id = app.agency_id() and distributor_id = app.account_id());
create policy reseller on usage_reservations for all to tn_reseller
  using (agency_id = app.agency_id() and reseller_id = app.account_id())
  with check (agency_id = app.agency_id() and reseller_id = app.account_id());
grant select on usage_reservations to tn_distributor, tn_reseller;
create policy distributor on usage_deltas for all to tn_distributor
  using (agency_id = app.agency_id() and distributor_id = app.account_id())
  with check (agency_id = app.agency_id() and distributor_id = app.account_id());
create policy reseller on usage_deltas for all to tn_reseller
  using (agency_id = app.agency_id() and reseller_id = app.account_id())
  with check (agency_id = app.agency_id() and reseller_id = app.account_id());
grant select (agency_id, account_id, meter, day, distributor_id, reseller_id, customer_id, quantity, at)
  on usage_deltas to tn_distributor, tn_reseller;

-- A change of plan that leaves a reseller with less than it has promised takes unused units back only where that was
-- chosen.
alter table plan_changes add column return_unused boolean not null default false;
