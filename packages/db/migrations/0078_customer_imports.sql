-- Moving in (docs/decisions/027-moving-in.md): customers from a file, with the subscriptions that run already.

-- The day on which a subscription that ran elsewhere was taken over; null for one that was sold here. Nothing is invoiced for the
-- period that day lies in: it was paid for where it came from. Usage counts from that day on.
alter table subscriptions add column taken_over_on date;

-- A file of customers to be, of the account that took it in.
create table customer_imports (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  user_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 200),
  head text[] not null,
  -- Field -> place of its column from 0, and what a row gets that leaves a field empty.
  columns jsonb,
  defaults jsonb,
  state text not null default 'mapping' check (state in ('mapping', 'checking', 'checked', 'creating', 'finished')),
  total integer not null check (total > 0),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, user_id) references users (agency_id, id)
);
create index customer_imports_by_time on customer_imports (agency_id, reseller_id, created_at, id);
select app.protect('customer_imports', 'agency', 'reseller');
grant select, insert, update (columns, defaults, state, finished_at), delete on customer_imports to tn_agency, tn_reseller;
grant select (agency_id, id, state, created_at), delete on customer_imports to tn_definer;

-- A row of the file. `line` is where it begins in the file, head included. What it held goes once its customer is made.
create table customer_import_rows (
  agency_id uuid not null,
  import_id uuid not null,
  line integer not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  cells text[] not null,
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'wrong', 'created', 'failed')),
  problems jsonb not null default '[]',
  -- What the check found the row to come to; creating does that and nothing else.
  outcome jsonb,
  customer_id uuid,
  subscription_id uuid,
  primary key (agency_id, import_id, line),
  foreign key (agency_id, import_id) references customer_imports (agency_id, id),
  foreign key (agency_id, customer_id) references accounts (agency_id, id),
  foreign key (agency_id, subscription_id) references subscriptions (agency_id, id)
) with (fillfactor = 70);
create index customer_import_rows_by_state on customer_import_rows (agency_id, import_id, state, line);
select app.protect('customer_import_rows', 'agency', 'reseller');
grant select, insert, update (cells, state, problems, outcome, customer_id, subscription_id), delete
  on customer_import_rows to tn_agency, tn_reseller;
grant select (agency_id, import_id), delete on customer_import_rows to tn_definer;

-- Files are of use for a while; what they made stays.
create function app.sweep_customer_imports() returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  agency uuid;
  removed integer := 0;
  gone integer;
begin
  for agency in select agency_id from agencies loop
    execute format('set local app.agency_id = %L', agency);
    delete from customer_import_rows where agency_id = agency and import_id in (
      select id from customer_imports
      where agency_id = agency and created_at < now() - interval '30 days');
    delete from customer_imports
    where agency_id = agency and created_at < now() - interval '30 days';
    get diagnostics gone = row_count;
    removed := removed + gone;
  end loop;
  return removed;
end
$$;
grant create on schema app to tn_definer;
alter function app.sweep_customer_imports() owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.sweep_customer_imports() to tn_worker;
