-- What is granted to a reseller with resellers stands in that one's own scope. Rows written while it stood in the scope
-- of what hangs on it are put right: in that scope nobody found them, so that what the reseller had been granted this
-- month was not counted where it gives units to its own customers.
alter table usage_reservations no force row level security;
alter table accounts no force row level security;
update usage_reservations v set distributor_id = a.distributor_id, reseller_id = a.reseller_id
from accounts a
where a.agency_id = v.agency_id and a.id = v.account_id
  and (v.distributor_id, v.reseller_id) is distinct from (a.distributor_id, a.reseller_id);
alter table accounts force row level security;
alter table usage_reservations force row level security;
