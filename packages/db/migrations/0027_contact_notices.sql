-- Business notices for whoever a reseller was created with go to its contact person: the address they sign in with is
-- for sign-in and security mail (features.md 2.8). Colleagues get theirs at their own.
grant select (contact_email) on resellers to tn_definer;
create or replace function app.queue_notice(p_kind text, p_account uuid, p_subject uuid, p_only uuid, p_except uuid) returns integer
language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  person record;
  mail uuid;
  queued integer := 0;
begin
  for person in
    select distinct on (m.user_id) m.user_id, m.account_id, m.distributor_id, m.reseller_id,
      case when lower(u.email) = lower(a.email) then coalesce(nullif(r.contact_email, ''), u.email) else u.email end as email
    from memberships m
    join users u on u.agency_id = m.agency_id and u.id = m.user_id
    join accounts a on a.agency_id = m.agency_id and a.id = m.account_id
    left join resellers r on r.agency_id = m.agency_id and r.id = m.account_id
    join passwords p on p.agency_id = m.agency_id and p.user_id = m.user_id
    left join notice_choices c on c.agency_id = m.agency_id and c.user_id = m.user_id and c.kind = p_kind
    where m.agency_id = app.agency_id() and m.state = 'active' and u.status = 'active'
      and (p_account is null or m.account_id = p_account) and (p_only is null or m.user_id = p_only)
      and m.user_id is distinct from p_except
      and coalesce(c.wanted, m.role in ('owner', 'admin'))
    order by m.user_id, m.created_at
  loop
    mail := gen_random_uuid();
    insert into mails (agency_id, id, account_id, user_id, distributor_id, reseller_id, kind, subject_id, recipient)
    values (app.agency_id(), mail, person.account_id, person.user_id, person.distributor_id, person.reseller_id, p_kind,
      p_subject, person.email);
    perform app.enqueue('mail.send', jsonb_build_object('mailId', mail), null);
    queued := queued + 1;
  end loop;
  return queued;
end
$$;
