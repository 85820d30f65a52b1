-- What a distributor has to know of the plan a reseller beneath it is on to give it units of a meter: what the plan
-- includes of that meter and its hard cap, past which nothing is granted. Of the plan itself it learns nothing.
create function app.plan_limits_beneath(p_reseller uuid, p_meter text)
returns table (included bigint, hard bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.included_units, m.hard_cap_units
  from resellers r
  join plan_meters m on m.agency_id = r.agency_id and m.version_id = r.plan_version_id and m.meter = p_meter
  where r.agency_id = app.agency_id() and r.distributor_id = app.account_id() and r.id = p_reseller
$$;
grant create on schema app to tn_definer;
alter function app.plan_limits_beneath(uuid, text) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.plan_limits_beneath(uuid, text) to tn_distributor;
