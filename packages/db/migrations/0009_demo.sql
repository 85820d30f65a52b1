-- Removing the demo, in one step: the only DELETE of accounts, users and documents there is, and it touches agencies
-- marked as demo alone. The order is that of the foreign keys; hosts stay, retired, because no name is issued twice.
create function app.platform_remove_demo() returns integer
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
    update hostnames set state = 'retired' where agency_id = demo;
    delete from agencies where agency_id = demo;
    removed := removed + 1;
  end loop;
  return removed;
end
$$;
alter function app.platform_remove_demo() owner to tn_definer;
grant execute on function app.platform_remove_demo() to tn_operator;
grant delete on audit_entries, mails, api_keys, tokens, invitations, sessions, memberships, passwords, throttles, users,
  usage_events, usage_deltas, usage_days, usage_gauges, usage_folds, usage_quarantine, resellers, reseller_counts, brands,
  plan_allowances, plans, meters, accounts, agencies to tn_definer;
grant select (agency_id) on audit_entries, passwords, throttles, usage_events, usage_deltas, usage_days, usage_gauges,
  usage_folds, usage_quarantine, resellers, reseller_counts, api_keys, brands to tn_definer;

-- The seed asks it too: a removed demo must not come back.
grant execute on function app.host_taken(text) to tn_operator;
