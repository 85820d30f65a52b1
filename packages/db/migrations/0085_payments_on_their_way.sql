-- A payment that was begun and has not come yet (docs/decisions/028-stripe.md): a bank debit takes days. It is on its way until the same payment is told of
-- as paid or declined.
alter table payment_events
  drop constraint payment_events_kind_check,
  add constraint payment_events_kind_check check (kind in ('begun', 'paid', 'declined', 'refunded', 'charged_back')),
  drop constraint payment_events_outcome_check,
  add constraint payment_events_outcome_check
    check (outcome in ('applied', 'already_paid', 'not_paid', 'wrong_amount', 'noted', 'coming')),
  -- Of one that was begun, since when it is on its way, by business time.
  add column since timestamptz,
  add constraint payment_events_since_check check ((kind = 'begun') = (since is not null));

-- The earliest of them, for lists; null = none is on its way.
alter table invoice_states add column coming_since timestamptz;
grant update (coming_since) on invoice_states to tn_agency;
grant select (coming_since) on invoice_states to tn_customer;

-- Until when reminders wait for it.
alter table dunnings add column held_until timestamptz;
grant update (held_until) on dunnings to tn_agency, tn_reseller;
grant select (held_until) on dunnings to tn_definer;
drop index dunnings_due;
create index dunnings_due on dunnings (agency_id, (greatest(due_at, held_until))) where due_at is not null and paused_at is null;

drop function app.dunnings_due();
-- Which agencies have a step that is due by their own clock. The worker asks; the work is done inside.
create function app.dunnings_due() returns table (agency_id uuid, now timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select g.agency_id, g.now
  from (select a.agency_id, now() + case a.mode when 'test' then a.clock_offset else '0' end as now from agencies a) g
  where exists (
    select from dunnings d
    where d.agency_id = g.agency_id and d.due_at is not null and greatest(d.due_at, d.held_until) <= g.now and d.paused_at is null)
$$;
grant create on schema app to tn_definer;
alter function app.dunnings_due() owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.dunnings_due() to tn_worker;

-- A reminder renews the link it leads to.
grant update (expires_at) on payment_links to tn_agency;
