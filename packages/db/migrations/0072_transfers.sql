-- Moving a customer from one seller to another (features.md 3.11): asked for, confirmed by giver, receiver and customer, and carried
-- out by the worker at the beginning of a period (docs/decisions/025-transfer.md). The agency's own id stands for the agency as a side.
create table transfers (
  agency_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  giver_id uuid not null,
  receiver_id uuid not null check (receiver_id <> giver_id),
  -- Copies, because neither side sees the other's account, and the giver afterwards not the customer's.
  customer_name text not null,
  giver_name text not null,
  receiver_name text not null,
  state text not null default 'requested' check (state in ('requested', 'scheduled', 'done', 'refused', 'lapsed')),
  requested_at timestamptz not null,
  lapses_at timestamptz not null,
  giver_at timestamptz,
  receiver_at timestamptz,
  customer_at timestamptz,
  refused_by text check (refused_by in ('giver', 'receiver', 'customer')),
  due_at timestamptz,
  settled_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, customer_id) references accounts (agency_id, id),
  foreign key (agency_id, giver_id) references accounts (agency_id, id),
  foreign key (agency_id, receiver_id) references accounts (agency_id, id),
  check ((state = 'refused') = (refused_by is not null)),
  check (state not in ('scheduled', 'done') or (due_at is not null and num_nulls(giver_at, receiver_at, customer_at) = 0))
);
create unique index transfers_one_open on transfers (agency_id, customer_id) where state in ('requested', 'scheduled');
create index transfers_by_request on transfers (agency_id, requested_at, id);
select app.protect('transfers', 'agency');
grant select, update (state, due_at, settled_at) on transfers to tn_agency;
grant select, insert, delete, update (state, giver_at, receiver_at, customer_at, refused_by, settled_at) on transfers to tn_definer;
create policy due on transfers for select to tn_definer using (true);

-- A subscription that its seller does not carry over: it ends with its period, and nobody takes that back.
alter table subscriptions add column handed_over boolean not null default false;
grant update (handed_over) on subscriptions to tn_agency;

-- What definers below read and rewrite, column by column.
grant select (agency_id, id, customer_id, reseller_id, seller_id, plan_name, unit_minor, quantity, currency, billed_every,
  period_to, cancelled_at, next_plan_id, handed_over), update (distributor_id, reseller_id) on subscriptions to tn_definer;
grant select (account_id) on allowances to tn_definer;
grant select (customer_id, state) on invoice_states to tn_definer;
grant update (parent_id, distributor_id, reseller_id) on accounts to tn_definer;
grant update (distributor_id, reseller_id) on customers to tn_definer;
grant update (realm_id, distributor_id, reseller_id) on users to tn_definer;
grant update (state, distributor_id, reseller_id) on memberships to tn_definer;
grant select (agency_id, user_id), update (distributor_id, reseller_id) on passwords to tn_definer;
grant update (distributor_id, reseller_id) on second_factors, notice_choices to tn_definer;
grant select (user_id), update (distributor_id, reseller_id) on recovery_codes to tn_definer;
grant delete on sessions to tn_definer;
grant update (revoked_at) on invitations, tokens to tn_definer;
grant select (account_id) on usage_caps to tn_definer;
grant select (account_id), update (distributor_id, reseller_id) on usage_reservations to tn_definer;
grant select, insert, update (distributor_id, reseller_id, quantity, reseller_quantity) on usage_days to tn_definer;
grant select (agency_id), insert, update (folded_at) on usage_folds to tn_definer;

-- All there is to know before one is asked for, and before it is carried out; nothing where the customer is not the caller's.
create function app.transfer_facts(p_customer uuid, p_receiver uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp
as $$
  select jsonb_build_object(
    'customer', c.name,
    'giver', jsonb_build_object('id', g.id, 'name', g.name),
    'receiver', case when r.id is not null then
      jsonb_build_object('id', r.id, 'name', r.name, 'status', r.status, 'type', rr.type) end,
    'owners', (select count(*) from memberships m
      join passwords p on p.agency_id = m.agency_id and p.user_id = m.user_id
      where m.agency_id = c.agency_id and m.account_id = c.id and m.role = 'owner' and m.state = 'active'),
    'nameTaken', exists (select from accounts x
      where x.agency_id = c.agency_id and x.parent_id = r.id and x.external_id = c.external_id),
    'hasAllowance', exists (select from allowances a where a.agency_id = c.agency_id and a.account_id = c.id),
    'openInvoices', (select count(*) from invoice_states i
      where i.agency_id = c.agency_id and i.customer_id = c.id and i.state = 'open'),
    'subscriptions', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', s.id, 'planName', s.plan_name, 'sellerId', s.seller_id, 'unitMinor', s.unit_minor, 'quantity', s.quantity,
        'currency', s.currency, 'interval', s.billed_every, 'periodTo', s.period_to,
        'changeWaits', s.next_plan_id is not null) order by s.period_to, s.id), '[]')
      from subscriptions s
      where s.agency_id = c.agency_id and s.customer_id = c.id and s.reseller_id = c.reseller_id and s.state <> 'ended'))
  from accounts c
  join accounts g on g.agency_id = c.agency_id and g.id = c.parent_id
  left join accounts r on r.agency_id = c.agency_id and r.id = p_receiver and r.kind in ('agency', 'reseller') and r.archived_at is null
  left join resellers rr on rr.agency_id = r.agency_id and rr.id = r.id
  where c.agency_id = app.agency_id() and c.id = p_customer and c.kind = 'customer' and c.archived_at is null
    and app.account_id() in (c.agency_id, c.reseller_id)
$$;

-- A reseller names another by the code that one has told it: it sees none of them.
create function app.partner_of_code(p_code text) returns uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select a.id from accounts a
  where a.agency_id = app.agency_id() and a.code = p_code and a.kind = 'reseller' and a.archived_at is null
    and app.account_id() <> a.id
$$;

-- Asks for one. Whoever asks and is a side has confirmed; all three are told.
create function app.request_transfer(p_id uuid, p_customer uuid, p_receiver uuid, p_at timestamptz, p_lapses timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  giver uuid;
begin
  insert into transfers (agency_id, id, customer_id, giver_id, receiver_id, customer_name, giver_name, receiver_name,
    requested_at, lapses_at, giver_at, receiver_at)
  select c.agency_id, p_id, c.id, g.id, r.id, c.name, g.name, r.name, p_at, p_lapses,
    case app.account_id() when g.id then p_at end, case app.account_id() when r.id then p_at end
  from accounts c
  join accounts g on g.agency_id = c.agency_id and g.id = c.parent_id
  join accounts r on r.agency_id = c.agency_id and r.id = p_receiver and r.kind in ('agency', 'reseller') and r.archived_at is null
  where c.agency_id = app.agency_id() and c.id = p_customer and c.kind = 'customer' and c.archived_at is null
    and app.account_id() in (c.agency_id, c.reseller_id)
  returning giver_id into giver;
  perform app.queue_notice('transfer', side, p_id, null, null)
  from unnest(array[giver, p_receiver, p_customer]) side where side <> app.account_id();
end
$$;

-- One of the caller's transfers, or a page of them, the newest first. `p_customer`: on its seller's host, a customer's own.
create function app.transfers_here(p_id uuid, p_customer uuid, p_backwards boolean, p_at timestamptz, p_last uuid, p_limit integer)
returns setof transfers
language sql stable security definer set search_path = public, pg_temp
as $$
  select * from transfers t
  where t.agency_id = app.agency_id()
    and (p_id is null or t.id = p_id)
    and case when p_customer is null then app.account_id() in (t.agency_id, t.giver_id, t.receiver_id, t.customer_id)
      else t.customer_id = p_customer and app.account_id() in (t.giver_id, t.receiver_id) end
    and (p_last is null
      or not p_backwards and (t.requested_at, t.id) < (p_at, p_last) or p_backwards and (t.requested_at, t.id) > (p_at, p_last))
  order by case when p_backwards then t.requested_at end, case when p_backwards then t.id end, t.requested_at desc, t.id desc
  limit p_limit
$$;

-- A side's answer, or its customer's, whose people are in on the giver's host: which of the three it was, null where the caller is
-- none of them, 'settled' where nothing is asked any more.
create function app.answer_transfer(p_id uuid, p_customer uuid, p_confirms boolean, p_at timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  t transfers%rowtype;
  side text;
begin
  select * into t from transfers where agency_id = app.agency_id() and id = p_id for update;
  side := case
    when p_customer is not null then case when p_customer = t.customer_id and app.account_id() = t.giver_id then 'customer' end
    when app.account_id() = t.giver_id then 'giver'
    when app.account_id() = t.receiver_id then 'receiver' end;
  if side is null or t.state <> 'requested' then
    return case when side is not null then 'settled' end;
  end if;
  if p_confirms then
    update transfers set
      giver_at = case side when 'giver' then coalesce(giver_at, p_at) else giver_at end,
      receiver_at = case side when 'receiver' then coalesce(receiver_at, p_at) else receiver_at end,
      customer_at = case side when 'customer' then coalesce(customer_at, p_at) else customer_at end
    where agency_id = t.agency_id and id = t.id;
  else
    update transfers set state = 'refused', refused_by = side, settled_at = p_at where agency_id = t.agency_id and id = t.id;
    perform app.queue_notice('transfer', other, t.id, null, null)
    from unnest(array[t.giver_id, t.receiver_id, t.customer_id]) other;
  end if;
  return side;
end
$$;

-- Which agencies have one that waits for somebody or something. The worker asks; the work is done inside.
create function app.transfers_open() returns table (agency_id uuid, now timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select g.agency_id, now() + case g.mode when 'test' then g.clock_offset else '0' end
  from agencies g
  where exists (select from transfers t where t.agency_id = g.agency_id and t.state in ('requested', 'scheduled'))
$$;

-- Carries one out, whole or not at all: the customer and what lives with it are the receiver's from now on; documents, the books and
-- past days keep whose they were. People go along who are in no other account of the giver's host and unknown to the
-- receiver's. Answers how many went along.
create function app.move_customer(p_transfer uuid, p_day date) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  t transfers%rowtype;
  c accounts%rowtype;
  r accounts%rowtype;
  moving uuid[];
begin
  select * into t from transfers where agency_id = app.agency_id() and id = p_transfer and state = 'scheduled' for update;
  if not found or app.account_id() <> t.agency_id then
    raise exception 'no transfer to carry out' using errcode = '55000';
  end if;
  -- No fold meanwhile: what is used belongs to whom the customer hangs on.
  insert into usage_folds (agency_id) values (t.agency_id) on conflict (agency_id) do update set folded_at = default;
  select * into c from accounts where agency_id = t.agency_id and id = t.customer_id for update;
  select * into r from accounts where agency_id = t.agency_id and id = t.receiver_id;

  select coalesce(array_agg(u.id), '{}') into moving
  from memberships m join users u on u.agency_id = m.agency_id and u.id = m.user_id
  where m.agency_id = t.agency_id and m.account_id = c.id and m.state <> 'removed'
    and not exists (select from memberships o where o.agency_id = m.agency_id and o.user_id = m.user_id and o.account_id <> c.id
      and o.state <> 'removed')
    and not exists (select from users x where x.agency_id = u.agency_id and x.realm_id = r.id and x.email_ci = u.email_ci);
  delete from sessions where agency_id = t.agency_id and account_id = c.id;
  update invitations set revoked_at = now()
  where agency_id = t.agency_id and account_id = c.id and accepted_at is null and revoked_at is null;
  update tokens set revoked_at = now()
  where agency_id = t.agency_id and user_id = any(moving) and used_at is null and revoked_at is null;
  update memberships set state = 'removed' where agency_id = t.agency_id and account_id = c.id and user_id <> all(moving);
  update memberships set distributor_id = r.distributor_id, reseller_id = r.reseller_id
  where agency_id = t.agency_id and account_id = c.id and user_id = any(moving);
  update users set realm_id = r.id, distributor_id = r.distributor_id, reseller_id = r.reseller_id
  where agency_id = t.agency_id and id = any(moving);
  update passwords set distributor_id = r.distributor_id, reseller_id = r.reseller_id
  where agency_id = t.agency_id and user_id = any(moving);
  update second_factors set distributor_id = r.distributor_id, reseller_id = r.reseller_id
  where agency_id = t.agency_id and user_id = any(moving);
  update recovery_codes set distributor_id = r.distributor_id, reseller_id = r.reseller_id
  where agency_id = t.agency_id and user_id = any(moving);
  update notice_choices set distributor_id = r.distributor_id, reseller_id = r.reseller_id
  where agency_id = t.agency_id and user_id = any(moving);

  update subscriptions set distributor_id = r.distributor_id, reseller_id = r.reseller_id
  where agency_id = t.agency_id and customer_id = c.id and reseller_id = c.reseller_id and state <> 'ended' and not handed_over;
  delete from feature_exceptions where agency_id = t.agency_id and account_id = c.id;
  delete from usage_caps where agency_id = t.agency_id and account_id = c.id;
  update usage_reservations set distributor_id = r.distributor_id, reseller_id = r.reseller_id
  where agency_id = t.agency_id and account_id = c.id;

  -- A gauge above is the sum of its children's last values: the old ones lose this customer's, the new ones win it, from this day on.
  with last as (
    select distinct on (g.meter) g.meter, g.quantity from usage_gauges g
    where g.agency_id = t.agency_id and g.account_id = c.id order by g.meter, g.day desc
  ), steps as (
  select a.id as account_id, l.meter, sum(s.sign * l.quantity) as step, sum(s.resellers * l.quantity) as resellers
  from last l
  cross join (values
    (c.reseller_id, -1, -1), (c.distributor_id, -1, -1), (r.reseller_id, 1, 1), (r.distributor_id, 1, 1)) as s (id, sign, resellers)
  join accounts a on a.agency_id = t.agency_id and a.id = s.id and a.id <> t.agency_id
  group by a.id, l.meter
  union all
  select t.agency_id, l.meter, 0, ((r.reseller_id <> t.agency_id)::int - (c.reseller_id <> t.agency_id)::int) * l.quantity from last l
  union all
  select c.id, l.meter, 0, ((r.reseller_id <> t.agency_id)::int - (c.reseller_id <> t.agency_id)::int) * l.quantity from last l
  ), later as (
  update usage_days d set quantity = d.quantity + s.step, reseller_quantity = d.reseller_quantity + s.resellers
  from steps s
  where d.agency_id = t.agency_id and d.account_id = s.account_id and d.meter = s.meter and d.day > p_day
  )
  insert into usage_days as d (agency_id, account_id, meter, day, distributor_id, reseller_id, customer_id, quantity, reseller_quantity)
  select t.agency_id, a.id, s.meter, p_day, a.distributor_id, a.reseller_id, a.customer_id,
    coalesce(b.quantity, 0) + s.step, coalesce(b.reseller_quantity, 0) + s.resellers
  from steps s
  join accounts a on a.agency_id = t.agency_id and a.id = s.account_id
  left join lateral (
    select e.quantity, e.reseller_quantity from usage_days e
    where e.agency_id = t.agency_id and e.account_id = s.account_id and e.meter = s.meter and e.day <= p_day
    order by e.day desc limit 1) b on true
  on conflict (agency_id, account_id, meter, day) do update set
    quantity = excluded.quantity, reseller_quantity = excluded.reseller_quantity;
  update usage_days set distributor_id = r.distributor_id, reseller_id = r.reseller_id
  where agency_id = t.agency_id and account_id = c.id and day >= p_day;

  update customers set distributor_id = r.distributor_id, reseller_id = r.reseller_id where agency_id = t.agency_id and id = c.id;
  update accounts set parent_id = r.id, distributor_id = r.distributor_id, reseller_id = r.reseller_id, updated_at = now()
  where agency_id = t.agency_id and id = c.id;
  return cardinality(moving);
end
$$;

-- Mails to a customer's people go out under their seller's name, on whose host they are in.
do $do$
declare
  body text;
  after text;
  place text[];
  was text;
begin
  select pg_get_functiondef(p.oid) into strict body
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'app' and p.proname = 'queue_notice';
  after := replace(body, 'm.user_id, m.account_id, m.distributor_id', 'm.user_id, u.realm_id as account_id, m.distributor_id');
  if after = body then
    raise exception 'app.queue_notice is not as this migration expects it';
  end if;
  execute after;
  foreach place slice 1 in array array[['mails', 'mails_kind_check'], ['notice_choices', 'notice_choices_kind_check']] loop
    select pg_get_constraintdef(oid) into strict was from pg_constraint where conname = place[2];
    execute format('alter table %I drop constraint %I', place[1], place[2]);
    execute format('alter table %I add constraint %I %s', place[1], place[2],
      replace(was, 'ARRAY[', 'ARRAY[''transfer''::text, '));
  end loop;
end
$do$;

grant create on schema app to tn_definer;
alter function app.transfer_facts(uuid, uuid) owner to tn_definer;
alter function app.partner_of_code(text) owner to tn_definer;
alter function app.request_transfer(uuid, uuid, uuid, timestamptz, timestamptz) owner to tn_definer;
alter function app.transfers_here(uuid, uuid, boolean, timestamptz, uuid, integer) owner to tn_definer;
alter function app.answer_transfer(uuid, uuid, boolean, timestamptz) owner to tn_definer;
alter function app.transfers_open() owner to tn_definer;
alter function app.move_customer(uuid, date) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.transfer_facts(uuid, uuid),
  app.request_transfer(uuid, uuid, uuid, timestamptz, timestamptz),
  app.transfers_here(uuid, uuid, boolean, timestamptz, uuid, integer),
  app.answer_transfer(uuid, uuid, boolean, timestamptz) to tn_agency, tn_reseller;
grant execute on function app.transfers_here(uuid, uuid, boolean, timestamptz, uuid, integer) to tn_customer;
grant execute on function app.partner_of_code(text) to tn_reseller;
grant execute on function app.move_customer(uuid, date) to tn_agency;
grant execute on function app.transfers_open() to tn_worker;
