-- Every removal of an account is held against the accounts that may refer to it; without these each of them was looked
-- for among all the agency's accounts, and removing a demo of thousands took minutes.
create index accounts_by_distributor on accounts (agency_id, distributor_id);
create index accounts_by_customer on accounts (agency_id, customer_id);
