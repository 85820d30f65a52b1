-- One decision about many records, carried out one by one by the worker: what was asked, and how far it has come.
create table bulk_runs (
  agency_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  action text not null check (action in ('activate', 'deactivate')),
  total integer not null check (total > 0),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, user_id) references users (agency_id, id)
);
select app.protect('bulk_runs', 'agency');
grant select, insert, update (finished_at) on bulk_runs to tn_agency;
grant select (agency_id), delete on bulk_runs to tn_definer;

-- A record of a run, in the order of the list it was taken from. `failure` is the code of what refused it.
create table bulk_items (
  agency_id uuid not null,
  run_id uuid not null,
  place integer not null,
  account_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  failure text,
  primary key (agency_id, run_id, place),
  unique (agency_id, run_id, account_id),
  foreign key (agency_id, run_id) references bulk_runs (agency_id, id),
  foreign key (agency_id, account_id) references accounts (agency_id, id)
) with (fillfactor = 70);
create index bulk_items_by_state on bulk_items (agency_id, run_id, state, place);
select app.protect('bulk_items', 'agency');
grant select, insert, update (state, failure) on bulk_items to tn_agency;
grant select (agency_id), delete on bulk_items to tn_definer;
