-- Who took an account out of use; null = the agency. An upline brings back what it archived itself.
alter table accounts add column archived_by uuid;
grant update (archived_by) on accounts to tn_agency, tn_upline;
