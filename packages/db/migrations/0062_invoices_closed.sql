-- An invoice that nobody has paid can be taken back or given up, by its seller alone: a reseller may not write the states of what others
-- sold to its customers. What was given up can still be paid, or be taken back.
create function app.close_invoice(p_invoice uuid, p_state text) returns boolean
language sql security definer set search_path = public, pg_temp
as $$
  update invoice_states s set state = p_state
  from invoices i
  where s.agency_id = app.agency_id() and s.invoice_id = p_invoice
    and i.agency_id = s.agency_id and i.id = s.invoice_id and i.seller_id = app.account_id()
    and (p_state = 'void' and s.state in ('open', 'uncollectible') or p_state = 'uncollectible' and s.state = 'open')
  returning true
$$;
grant select (agency_id, id, seller_id) on invoices to tn_definer;
grant select (agency_id, invoice_id, state), update (state) on invoice_states to tn_definer;
grant create on schema app to tn_definer;
alter function app.close_invoice(uuid, text) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.close_invoice(uuid, text) to tn_agency, tn_reseller;
