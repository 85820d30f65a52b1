-- Removing the demo, in one step: the only DELETE of accounts, users and documents there is, and it touches agencies
-- marked as demo alone. The order is that of the foreign keys. Hosts stay, retired, because no name is issued twice;
-- only a demo whose making was cut short gives its hosts back, so that it can be made again.
create function app.platform_remove_demo(p_cut_short boolean) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  demo uuid;
  removed integer := 0;
  tbl text;
begin
  for demo in select agency_id from agencies where is_demo loop
    execute format('set local app.agency_id = %L', demo);
    foreach tbl in array array['audit_entries', 'mails', 'api_keys', 'tokens', 'invitations', 'sessions', 'memberships',
      'passwords', 'throttles', 'users', 'usage_events', 'usage_deltas', 'usage_days', 'usage_gauges', 'usage_folds',
      'usage_quarantine', 'resellers', 'reseller_counts', 'brands', 'plan_allowances', 'plans', 'meters', 'accounts'] loop
      execute format('delete from public.%I where agency_id = $1', tbl) using demo;
    end loop;
    if p_cut_short then
      delete from hostnames where agency_id = demo;
    else
      update hostnames set state = 'retired' where agency_id = demo;
    end if;
    delete from agencies where agency_id = demo;
    removed := removed + 1;
  end loop;
  return removed;
end
$$;
alter function app.platform_remove_demo(boolean) owner to tn_definer;
grant execute on function app.platform_remove_demo(boolean) to tn_operator;
grant delete on audit_entries, mails, api_keys, tokens, invitations, sessions, memberships, passwords, throttles, users,
  usage_events, usage_deltas, usage_days, usage_gauges, usage_folds, usage_quarantine, resellers, reseller_counts, brands,
  plan_allowances, plans, meters, accounts, hostnames, agencies to tn_definer;
grant select (agency_id) on audit_entries, passwords, throttles, usage_events, usage_deltas, usage_days, usage_gauges,
  usage_folds, usage_quarantine, resellers, reseller_counts, api_keys, brands to tn_definer;


-- What the demo holds, for saying what goes before it goes.
create function app.platform_demo_contents() returns table (agencies integer, resellers integer, people integer, events bigint)
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  demo uuid;
begin
  agencies := 0; resellers := 0; people := 0; events := 0;
  for demo in select agency_id from agencies where is_demo loop
    execute format('set local app.agency_id = %L', demo);
    agencies := agencies + 1;
    resellers := resellers + (select count(*) from accounts where agency_id = demo and kind = 'reseller');
    people := people + (select count(*) from users where agency_id = demo);
    events := events + (select count(*) from usage_events where agency_id = demo);
  end loop;
  return next;
end
$$;
alter function app.platform_demo_contents() owner to tn_definer;
grant execute on function app.platform_demo_contents() to tn_operator;

-- Needed only while functions were given to it.
revoke create on schema app from tn_definer;
