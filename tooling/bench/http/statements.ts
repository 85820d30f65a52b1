/** The session look-up of the bare server: host, session, user and both statuses in one statement. */
export const sessionSql = `
  select h.agency_id, s.user_id, m.role, a.status as agency_status, c.status
  from hostnames h
  join agencies a on a.agency_id = h.agency_id
  join accounts c on c.agency_id = h.agency_id and c.id = h.account_id
  join sessions s on s.agency_id = h.agency_id and s.id = $2 and s.expires_at > now()
  join users u on u.agency_id = h.agency_id and u.id = s.user_id
  join memberships m on m.agency_id = h.agency_id and m.user_id = s.user_id and m.account_id = s.account_id
  where h.host = split_part($1, ':', 1)`;

const columns = `a.id, a.code, a.name, a.email, a.status, a.activated_at is not null as activated, r.type,
  r.plan_id as "planId", p.name as "planName", a.created_at as "joinedAt", a.archived_at as "archivedAt"`;
const joined = `from accounts a join resellers r on r.agency_id = a.agency_id and r.id = a.id
  left join plans p on p.agency_id = a.agency_id and p.id = r.plan_id`;
const live = "a.agency_id = $1 and a.kind = 'reseller' and a.archived_at is null";
const firstPage = "order by a.created_at desc, a.id desc limit 26";

/** The first page of the list, as the product asks it without a filter. */
export const listSql = `select ${columns} ${joined} where ${live} ${firstPage}`;

/** What each bare address runs, one statement after the other. */
export const statements: Record<string, Record<string, string>> = {
  list: { resellers: listSql },
  "search-plain": {
    resellers: `select ${columns} ${joined} where ${live} and (a.name ilike $2 or a.email ilike $2) ${firstPage}`,
    count: `select count(*) from accounts a where ${live} and (a.name ilike $2 or a.email ilike $2)`,
  },
  "search-indexed": {
    resellers: `select ${columns} ${joined} where ${live} and a.id = any(array(
      select s.id from accounts s where s.agency_id = $1 and s.kind = 'reseller' and s.search like $2 limit 1001)) ${firstPage}`,
  },
  create: {
    created: `insert into accounts (agency_id, id, kind, parent_id, distributor_id, reseller_id, customer_id, code, name, email)
      values ($1::uuid, $2::uuid, 'reseller', $1::uuid, $1::uuid, $2::uuid, $1::uuid, 'B' || $2::uuid, 'Bare', 'bare@example.com') returning id`,
  },
};
