-- Dunning: an open invoice is reminded of step by step after the day it is due (docs/decisions/024-invoices-reach-people.md).
create table dunnings (
  agency_id uuid not null,
  invoice_id uuid not null,
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  -- The day from which the days of the steps are counted: the one it is due, later by what a pause took.
  counts_from date not null,
  -- Steps that were taken.
  step smallint not null default 0 check (step between 0 and 3),
  -- When the next step is, or after the last one the end of grace; null = nothing is to come.
  due_at timestamptz,
  paused_at timestamptz,
  paused_why text check (length(paused_why) between 1 and 200),
  past_due_at timestamptz,
  -- It was paid, or nobody waits for its money any more.
  ended_at timestamptz,
  primary key (agency_id, invoice_id),
  foreign key (agency_id, invoice_id) references invoices (agency_id, id),
  check ((paused_at is null) = (paused_why is null)),
  check (ended_at is null or due_at is null)
);
create index dunnings_due on dunnings (agency_id, due_at) where due_at is not null and paused_at is null;
create index dunnings_past_due on dunnings (agency_id, customer_id) where past_due_at is not null and ended_at is null;
select app.protect('dunnings', 'agency', 'reseller');
grant select, insert, update (counts_from, step, due_at, paused_at, paused_why, past_due_at, ended_at)
  on dunnings to tn_agency, tn_reseller;
grant select (agency_id, due_at, paused_at), delete on dunnings to tn_definer;
create policy due on dunnings for select to tn_definer using (true);

-- A step that was taken: once for each, however often the worker comes by. Without a mail where there was nobody to write to.
create table dunning_steps (
  agency_id uuid not null,
  invoice_id uuid not null,
  step smallint not null check (step between 1 and 3),
  distributor_id uuid not null,
  reseller_id uuid not null,
  customer_id uuid not null,
  at timestamptz not null,
  mail_id uuid,
  primary key (agency_id, invoice_id, step),
  foreign key (agency_id, invoice_id) references dunnings (agency_id, invoice_id),
  foreign key (agency_id, mail_id) references mails (agency_id, id)
);
create unique index dunning_steps_by_mail on dunning_steps (agency_id, mail_id) where mail_id is not null;
select app.protect('dunning_steps', 'agency', 'reseller');
grant select, insert on dunning_steps to tn_agency;
grant select on dunning_steps to tn_reseller;
grant select (agency_id), delete on dunning_steps to tn_definer;

-- A reminder that was overtaken by the payment is not sent.
alter table mails drop constraint mails_state_check;
alter table mails add constraint mails_state_check check (state in ('queued', 'sent', 'failed', 'dropped'));

-- Invoices that are open now are reminded of as well, from the day they are due.
alter table agencies no force row level security;
alter table invoice_states no force row level security;
alter table dunnings no force row level security;
insert into dunnings (agency_id, invoice_id, distributor_id, reseller_id, customer_id, counts_from, due_at)
select s.agency_id, s.invoice_id, s.distributor_id, s.reseller_id, s.customer_id, d.day,
  (d.day + 3)::timestamp at time zone g.billing_zone
from invoice_states s
join agencies g on g.agency_id = s.agency_id
cross join lateral (select ((s.due_at - interval '1 millisecond') at time zone g.billing_zone)::date as day) d
where s.state = 'open';
alter table dunnings force row level security;
alter table invoice_states force row level security;
alter table agencies force row level security;

-- Which agencies have a step that is due by their own clock. The worker asks; the work is done inside.
create function app.dunnings_due() returns table (agency_id uuid, now timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select g.agency_id, g.now
  from (select a.agency_id, now() + case a.mode when 'test' then a.clock_offset else '0' end as now from agencies a) g
  where exists (
    select from dunnings d where d.agency_id = g.agency_id and d.due_at <= g.now and d.paused_at is null)
$$;
grant create on schema app to tn_definer;
alter function app.dunnings_due() owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.dunnings_due() to tn_worker;
