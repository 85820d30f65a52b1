-- Who pays for units past the included ones, a choice per meter of a version. Nothing is billed yet; decisions say it.
-- Rows of before are brought over by the table's owner, past the wall that is otherwise forced on it too.
alter table plan_meters no force row level security;
-- An agency's plan is what its resellers pay; a reseller's own is what its customers pay.
alter table plan_meters
  add column payer text not null default 'reseller' check (payer in ('agency', 'reseller', 'customer')),
  -- A reseller cannot make its agency pay.
  add check (payer <> 'agency' or reseller_id = agency_id);
update plan_meters set payer = 'customer' where reseller_id <> agency_id;
alter table plan_meters force row level security;

create or replace function app.published_plans()
returns table (id uuid, version_id uuid, version integer, name text, description text, is_default boolean, pinned boolean,
  published_at timestamptz, prices jsonb, meters jsonb)
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id, v.id, v.number, p.name, p.description, p.is_default, v.id is not distinct from r.plan_version_id, v.published_at,
    (select coalesce(jsonb_agg(jsonb_build_object('currency', x.currency, 'interval', x.billed_every,
        'amountMinor', x.amount_minor) order by x.currency, x.billed_every), '[]')
      from plan_prices x where x.agency_id = p.agency_id
        and x.version_id = case v.id when r.plan_version_id then coalesce(r.price_version_id, v.id) else v.id end),
    (select coalesce(jsonb_agg(jsonb_build_object('meter', m.meter, 'includedUnits', m.included_units,
        'blockUnits', m.block_units, 'softCapUnits', m.soft_cap_units, 'hardCapUnits', m.hard_cap_units, 'payer', m.payer,
        'overages', (select coalesce(jsonb_agg(jsonb_build_object('currency', o.currency, 'amountMinor', o.amount_minor,
            'costMinor', null) order by o.currency), '[]')
          from plan_overages o where o.agency_id = m.agency_id and o.version_id = m.version_id and o.meter = m.meter
            and o.amount_minor is not null)) order by m.meter), '[]')
      from plan_meters m where m.agency_id = v.agency_id and m.version_id = v.id)
  from resellers r
  join plans p on p.agency_id = r.agency_id and p.reseller_id = r.agency_id
  join plan_versions v on v.agency_id = p.agency_id and v.plan_id = p.id
  where r.agency_id = app.agency_id() and r.id = app.account_id()
    and (v.id = r.plan_version_id
      or (r.type = 'commission' and p.archived_at is null and p.current_version = v.number
        and p.id is distinct from r.plan_id
        and (p.visibility = 'all' or (p.visibility = 'chosen' and exists (
          select from plan_audiences a where a.agency_id = p.agency_id and a.plan_id = p.id and a.reseller_id = r.id)))))
$$;
