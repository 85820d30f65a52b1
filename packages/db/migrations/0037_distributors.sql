-- What only a distributor has; the account, host, brand and people are where every account's are.
create table distributors (
  agency_id uuid not null,
  id uuid not null,
  distributor_id uuid not null check (distributor_id = id),
  phone text not null,
  website text,
  contact_name text not null,
  contact_email text not null,
  contact_phone text not null,
  primary key (agency_id, id),
  foreign key (agency_id, id) references accounts (agency_id, id)
);
select app.protect('distributors', 'agency', 'distributor');
grant select, insert, update (phone, website, contact_name, contact_email, contact_phone) on distributors to tn_agency;
grant select on distributors to tn_distributor;
grant select (agency_id), delete on distributors to tn_definer;
