-- The list of all of an agency's subscriptions, by when they began.
create index subscriptions_by_start on subscriptions (agency_id, started_at, id);
