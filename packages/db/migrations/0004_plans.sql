-- Plans an agency offers, and what each includes per meter.
create table meters (
  agency_id uuid not null references agencies (agency_id),
  key text not null check (key ~ '^[a-z][a-z_]{1,39}$'),
  kind text not null check (kind in ('counter', 'gauge')),
  position smallint not null,
  primary key (agency_id, key)
);
select app.protect('meters', 'agency');
create policy distributor on meters for select to tn_distributor using (agency_id = app.agency_id());
create policy reseller on meters for select to tn_reseller using (agency_id = app.agency_id());
create policy customer on meters for select to tn_customer using (agency_id = app.agency_id());
grant select on meters to tn_agency, tn_distributor, tn_reseller, tn_customer;
grant select, insert on meters to tn_definer;

create table plans (
  agency_id uuid not null references agencies (agency_id),
  id uuid not null,
  name text not null,
  name_ci text not null generated always as (lower(name)) stored,
  description text not null default '',
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (agency_id, id),
  unique (agency_id, name_ci)
);
create unique index plans_one_default on plans (agency_id) where is_default;
select app.protect('plans', 'agency');
create policy distributor on plans for select to tn_distributor using (agency_id = app.agency_id());
create policy reseller on plans for select to tn_reseller using (agency_id = app.agency_id());
grant select on plans to tn_agency, tn_distributor, tn_reseller;
grant select, insert on plans to tn_definer;

create table plan_allowances (
  agency_id uuid not null,
  plan_id uuid not null,
  meter text not null,
  included_units bigint not null check (included_units >= 0),
  primary key (agency_id, plan_id, meter),
  foreign key (agency_id, plan_id) references plans (agency_id, id),
  foreign key (agency_id, meter) references meters (agency_id, key)
);
select app.protect('plan_allowances', 'agency');
create policy distributor on plan_allowances for select to tn_distributor using (agency_id = app.agency_id());
create policy reseller on plan_allowances for select to tn_reseller using (agency_id = app.agency_id());
grant select on plan_allowances to tn_agency, tn_distributor, tn_reseller;
grant select, insert on plan_allowances to tn_definer;

alter table resellers add foreign key (agency_id, plan_id) references plans (agency_id, id);
