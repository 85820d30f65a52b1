-- A customer's own people (D-19): a seller's owners and admins invite to its customers, whose people sign in at its host.
create or replace function app.may_invite(p_agency uuid, p_user uuid, p_account uuid, p_role text) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select p_agency = app.agency_id() and exists (
    select 1 from memberships m join users u on u.agency_id = m.agency_id and u.id = m.user_id
    where m.agency_id = p_agency and m.user_id = p_user and m.state = 'active' and u.status = 'active'
      and (m.account_id = p_account or m.account_id = p_agency or m.account_id = (
        select d.distributor_id from accounts a join delegations d on d.agency_id = a.agency_id and d.distributor_id = a.distributor_id
        where a.agency_id = p_agency and a.id = p_account and a.kind = 'reseller') or m.account_id = (
        select a.parent_id from accounts a where a.agency_id = p_agency and a.id = p_account and a.kind = 'customer'))
      and (m.role = 'owner' or (m.role = 'admin' and (p_role <> 'owner' or m.account_id <> p_account))))
$$;

-- What they see is what their own account bought and owes, and of it what a customer is told: nothing of rates, fronts
-- above or who placed what.
create policy customer on subscriptions to tn_customer
  using (agency_id = app.agency_id() and customer_id = app.account_id())
  with check (agency_id = app.agency_id() and customer_id = app.account_id());
create policy customer on invoices to tn_customer
  using (agency_id = app.agency_id() and customer_id = app.account_id())
  with check (agency_id = app.agency_id() and customer_id = app.account_id());
create policy customer on invoice_states to tn_customer
  using (agency_id = app.agency_id() and customer_id = app.account_id())
  with check (agency_id = app.agency_id() and customer_id = app.account_id());
create policy customer on payment_links to tn_customer
  using (agency_id = app.agency_id() and customer_id = app.account_id())
  with check (agency_id = app.agency_id() and customer_id = app.account_id());
grant select (agency_id, id, customer_id, code, state, plan_name, currency, billed_every, unit_minor, quantity, period_to,
  cancelled_at, started_at) on subscriptions to tn_customer;
grant select (agency_id, id, customer_id, kind, code, currency, total_minor, seller, issued_at, due_at)
  on invoices to tn_customer;
grant select (agency_id, invoice_id, customer_id, state) on invoice_states to tn_customer;
grant select (agency_id, id, reseller_id, customer_id, invoice_id, expires_at, revoked_at) on payment_links to tn_customer;

-- Somebody who is in several accounts of one host has one password there, and goes over from one to another.
grant update (account_id, created_at) on sessions to tn_agency, tn_distributor, tn_reseller;
do $do$
declare
  body text;
  after text;
begin
  select pg_get_functiondef(p.oid) into strict body
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname = 'app' and p.proname = 'open_request';
  after := replace(body, '''accountStatus'', ma.status,',
    '''accountStatus'', ma.status, ''accounts'', (select count(*) from memberships mm
      where mm.agency_id = h.agency_id and mm.user_id = s.user_id and mm.state = ''active''),');
  if after = body then
    raise exception 'app.open_request is not as this migration expects it';
  end if;
  execute after;
end
$do$;
