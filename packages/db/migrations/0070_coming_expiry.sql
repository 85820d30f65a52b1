-- The next day on which one of a customer's subscriptions ends or goes on, kept where its list can be sorted by it
-- (D-23): renewals are worked from the list. Written in the transaction that changes a subscription; infinity = it has none.
alter table customers add column coming_expiry date not null default 'infinity';
grant update (coming_expiry) on customers to tn_agency, tn_reseller;
-- A distributor sees who its resellers' customers are, and not what they buy.
revoke select on customers from tn_distributor;
grant select (agency_id, id, distributor_id, reseller_id, customer_id, type, address, tax_id) on customers to tn_distributor;

alter table customers no force row level security;
alter table subscriptions no force row level security;
update customers c set coming_expiry = s.day
from (
  select agency_id, customer_id, min(period_to) as day from subscriptions where state <> 'ended' group by 1, 2) s
where s.agency_id = c.agency_id and s.customer_id = c.id;
alter table subscriptions force row level security;
alter table customers force row level security;

create index customers_by_expiry on customers (agency_id, coming_expiry, id);
create index customers_by_seller_expiry on customers (agency_id, reseller_id, coming_expiry, id);
