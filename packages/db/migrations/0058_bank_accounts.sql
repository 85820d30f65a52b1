-- The bank account of a seller or earner: customers pay into it by transfer, payouts go to it. It is read as it is now, never as it was
-- when a document was issued: money sent to an account that was given up is lost.
alter table legal_entities
  add column iban text check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  add column bic text check (bic ~ '^[A-Z0-9]{8}([A-Z0-9]{3})?$');
grant update (iban, bic) on legal_entities to tn_agency, tn_reseller;

-- For whoever sells for a seller, as seller_on_paper is.
create function app.seller_account(p_seller uuid) returns table (holder text, iban text, bic text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select e.name, e.iban, e.bic
  from legal_entities e
  where e.agency_id = app.agency_id() and e.account_id = p_seller and e.iban is not null
    and (app.account_id() in (e.agency_id, e.account_id) or e.account_id = e.agency_id)
$$;
grant create on schema app to tn_definer;
alter function app.seller_account(uuid) owner to tn_definer;
revoke create on schema app from tn_definer;
grant execute on function app.seller_account(uuid) to tn_agency, tn_reseller;

-- Whoever could be robbed by it hears of a changed account, whatever notices they chose.
do $do$
declare
  was text;
begin
  select pg_get_constraintdef(oid) into strict was from pg_constraint where conname = 'mails_kind_check';
  alter table mails drop constraint mails_kind_check;
  execute format('alter table mails add constraint mails_kind_check %s',
    replace(was, 'ARRAY[', 'ARRAY[''bank_account_changed''::text, '));
end
$do$;
