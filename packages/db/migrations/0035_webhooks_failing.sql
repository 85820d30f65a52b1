-- Since when nothing has arrived at an endpoint, although it was tried; null where the last attempt arrived.
alter table webhook_endpoints add column failing_since timestamptz;
grant update (failing_since) on webhook_endpoints to tn_agency, tn_distributor, tn_reseller;
