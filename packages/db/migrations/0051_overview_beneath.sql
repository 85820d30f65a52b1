-- The cards over the list of an upline's resellers: what is not folded yet is added for them too, and they say as of when
-- they are. Of what waits an upline sees its resellers' rows; when the agency's was folded last is no secret.
create policy upline on usage_deltas for all to tn_upline
  using (agency_id = app.agency_id() and distributor_id = app.account_id())
  with check (agency_id = app.agency_id() and distributor_id = app.account_id());
create policy upline on usage_folds for select to tn_upline using (agency_id = app.agency_id());
grant select on usage_deltas, usage_folds to tn_upline;

-- A gauge's value that waits is held against the last one that is kept, whose table names no upline: here it is given for
-- one account at a time, a reseller's beneath the caller or a customer's of such a one.
create function app.gauge_beneath(p_account uuid, p_meter text, p_to date)
returns table (at timestamptz, event_id text, source text, quantity bigint)
language sql stable security definer set search_path = public, pg_temp
as $$
  select g.at, g.event_id, g.source, g.quantity
  from accounts a
  join usage_gauges g on g.agency_id = a.agency_id and g.account_id = a.id and g.meter = p_meter and g.day <= p_to
  where a.agency_id = app.agency_id() and a.id = p_account and a.distributor_id = app.account_id()
    and a.reseller_id <> a.agency_id
  order by g.day desc limit 1
$$;
grant select (account_id, meter, day, at, event_id, source, quantity) on usage_gauges to tn_definer;
grant create on schema app to tn_definer;
alter function app.gauge_beneath(uuid, text, date) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.gauge_beneath(uuid, text, date) to tn_upline;
