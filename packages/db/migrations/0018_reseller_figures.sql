-- When somebody of a reseller was last there: read for a page of the list at once.
create index sessions_by_reseller on sessions (agency_id, reseller_id, last_seen_at);
-- The list narrowed to a country, in its usual order.
create index accounts_by_country on accounts (agency_id, kind, country, created_at, id) where archived_at is null;
