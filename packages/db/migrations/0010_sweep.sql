-- What has run out and nobody needs: sessions a week after their end, throttles a day after their window. Called by
-- the worker; walks the agencies one by one, so that the wall holds here too.
create function app.sweep_expired() returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  agency uuid;
  removed integer := 0;
  gone integer;
begin
  for agency in select agency_id from agencies loop
    execute format('set local app.agency_id = %L', agency);
    delete from sessions where agency_id = agency and expires_at < now() - interval '7 days';
    get diagnostics gone = row_count;
    removed := removed + gone;
    delete from throttles where agency_id = agency and window_ends_at < now() - interval '1 day';
    get diagnostics gone = row_count;
    removed := removed + gone;
  end loop;
  return removed;
end
$$;
alter function app.sweep_expired() owner to tn_definer;
grant select (agency_id, window_ends_at) on throttles to tn_definer;
grant execute on function app.sweep_expired() to tn_worker;
