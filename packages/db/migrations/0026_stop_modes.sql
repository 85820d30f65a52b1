-- Ways of stopping a reseller besides locking its portal: no new business, and everything. One state, not several switches.
alter table accounts drop constraint accounts_status_check;
alter table accounts add constraint accounts_status_check
  check (status in ('active', 'sales_stopped', 'locked', 'stopped'));
