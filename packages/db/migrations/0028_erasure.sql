-- Erasing a deleted reseller for good (B-36, features.md 3.18): what is personal is overwritten in place, row by row as
-- packages/core/src/resellers/erasure-map.ts says; the row stays, so that usage and the log keep what they point to.
alter table accounts add column erased_at timestamptz;
alter table accounts add constraint accounts_erased_after_archived check (erased_at is null or archived_at is not null);
grant update (erased_at) on accounts to tn_agency;
grant update (email) on invitations to tn_agency;
grant update (name, last_used_ip) on api_keys to tn_agency;
grant update (recipient) on mails to tn_agency;
