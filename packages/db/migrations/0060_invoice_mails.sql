-- Invoices go to the customer they are for, receipts to whoever paid as well: people who need not have an account of their own, so such a
-- mail is of no user.
alter table mails alter column user_id drop not null;
do $do$
declare
  was text;
begin
  select pg_get_constraintdef(oid) into strict was from pg_constraint where conname = 'mails_kind_check';
  alter table mails drop constraint mails_kind_check;
  execute format('alter table mails add constraint mails_kind_check %s', replace(was, 'ARRAY[',
    'ARRAY[''invoice_issued''::text, ''invoice_paid''::text, ''invoice_credited''::text, ''invoice_reminder''::text, '));
end
$do$;
alter table mails add constraint mails_user_check check ((user_id is null) = (kind like 'invoice\_%'));
