-- Two resellers that meet on one customer (features.md 3.16): whoever adds it second is told that somebody has it, and not who.
-- What is compared is what companies share: the domain of their mail, and their tax id without its signs.
create index accounts_customer_domain on accounts (agency_id, split_part(lower(email), '@', 2))
  where kind = 'customer' and archived_at is null and email is not null;
create index customers_tax_id on customers (agency_id, upper(regexp_replace(tax_id, '[^A-Za-z0-9]', '', 'g')))
  where tax_id is not null;

-- By what another seller's customer is the one that is being added: 'email', 'tax_id', or null.
create function app.customer_claimed(p_domain text, p_tax_id text) returns text
language sql stable security definer set search_path = public, pg_temp
as $$
  select case
    when exists (
      select from accounts a
      where a.agency_id = app.agency_id() and a.kind = 'customer' and a.archived_at is null and a.email is not null
        and a.reseller_id <> app.account_id() and split_part(lower(a.email), '@', 2) = p_domain) then 'email'
    when exists (
      select from customers c
      join accounts a on a.agency_id = c.agency_id and a.id = c.id and a.archived_at is null
      where c.agency_id = app.agency_id() and c.reseller_id <> app.account_id() and c.tax_id is not null
        and upper(regexp_replace(c.tax_id, '[^A-Za-z0-9]', '', 'g')) = upper(regexp_replace(p_tax_id, '[^A-Za-z0-9]', '', 'g')))
      then 'tax_id'
  end
$$;

grant select on customers to tn_definer;
grant create on schema app to tn_definer;
alter function app.customer_claimed(text, text) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.customer_claimed(text, text) to tn_reseller;

-- The demo's removal finds its rows by their agency.
grant select (agency_id) on orders, invoices, invoice_lines, invoice_states, payment_links, payment_events, payments, commissions,
  payouts, payout_lines, ledger_transfers to tn_definer;
