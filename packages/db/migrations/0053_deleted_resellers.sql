-- Cards add up what live resellers used: what deleted ones did is taken off, and they are found without the others.
create index accounts_deleted_resellers on accounts (agency_id, distributor_id)
  where kind = 'reseller' and archived_at is not null;
