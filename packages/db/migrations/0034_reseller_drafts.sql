-- A reseller somebody has begun to create: what the form held, as it was typed. Passwords never: a draft lies about.
create table reseller_drafts (
  agency_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  fields jsonb not null check (
    jsonb_typeof(fields) = 'object' and not fields ?| array['password', 'confirm', 'confirmPassword']),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (agency_id, id),
  foreign key (agency_id, user_id) references users (agency_id, id)
);
create index reseller_drafts_by_person on reseller_drafts (agency_id, user_id, updated_at, id);
select app.protect('reseller_drafts', 'agency');
grant select, insert, update (fields, updated_at), delete on reseller_drafts to tn_agency;
grant select (agency_id, updated_at), delete on reseller_drafts to tn_definer;

-- What nobody has gone on with for a while.
create function app.sweep_reseller_drafts() returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  agency uuid;
  removed integer := 0;
  gone integer;
begin
  for agency in select agency_id from agencies loop
    execute format('set local app.agency_id = %L', agency);
    delete from reseller_drafts where agency_id = agency and updated_at < now() - interval '30 days';
    get diagnostics gone = row_count;
    removed := removed + gone;
  end loop;
  return removed;
end
$$;
grant create on schema app to tn_definer;
alter function app.sweep_reseller_drafts() owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.sweep_reseller_drafts() to tn_worker;
