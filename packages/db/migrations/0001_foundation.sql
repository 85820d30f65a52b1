-- The ground every table stands on: schemas, the tenant context, and the one way to protect a table.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

revoke all on schema public from public;
create schema app;
create schema platform;
grant usage on schema public, app to tn_agency, tn_distributor, tn_reseller, tn_customer, tn_vendor, tn_definer;
grant usage on schema app to tn_web, tn_worker;
grant usage on schema app, platform to tn_operator;
grant usage, create on schema app to tn_definer;
grant usage on schema platform to tn_definer;
alter default privileges revoke execute on functions from public;

-- Without missing_ok on purpose: a transaction that never entered a tenant fails instead of seeing nothing.
create function app.agency_id() returns uuid language sql stable parallel safe
as $$ select current_setting('app.agency_id')::uuid $$;

create function app.account_id() returns uuid language sql stable parallel safe
as $$ select current_setting('app.account_id')::uuid $$;

-- The only entrance to a tenant. Runs SET LOCAL dynamically because set_config() does not reach Citus workers.
-- A second entrance in one transaction is refused: nothing may walk from one tenant into another.
create function app.enter(agency uuid, scope text, account uuid) returns void language plpgsql
as $$
begin
  if agency is null or account is null then
    raise exception 'app.enter needs an agency and an account' using errcode = '22004';
  end if;
  if scope is null or scope not in ('agency', 'distributor', 'reseller', 'customer', 'vendor') then
    raise exception 'app.enter: unknown scope %', scope using errcode = '22023';
  end if;
  if coalesce(current_setting('app.agency_id', true), '') <> '' then
    raise exception 'app.enter was called twice in one transaction' using errcode = '55000';
  end if;
  execute format('set local app.agency_id = %L', agency);
  execute format('set local app.account_id = %L', account);
  execute format('set local role %I', 'tn_' || scope);
end
$$;

grant execute on function app.agency_id(), app.account_id()
  to tn_agency, tn_distributor, tn_reseller, tn_customer, tn_vendor, tn_definer;
grant execute on function app.enter(uuid, text, uuid) to tn_web, tn_worker;

-- Puts the wall round one table: RLS on and forced, one plain-equality policy per scope role that may see it.
-- An agency sees its whole tree; a scope below it the rows whose `<scope>_id` is its own account. tn_definer owns the
-- few SECURITY DEFINER functions and has the same wall: which tables they may touch is said by grants.
create function app.protect(tbl regclass, variadic scopes text[]) returns void language plpgsql
as $$
declare
  scope text;
  test text;
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  foreach scope in array scopes || array['definer'] loop
    test := case
      when scope in ('agency', 'definer') then 'agency_id = app.agency_id()'
      else format('agency_id = app.agency_id() and %I = app.account_id()', scope || '_id')
    end;
    execute format('create policy %I on %s for all to %I using (%s) with check (%s)',
      scope, tbl, 'tn_' || scope, test, test);
  end loop;
end
$$;
