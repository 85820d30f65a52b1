import type { z } from "zod";
import { likePattern } from "../kernel/like-pattern.ts";
import type { listInput } from "./schemas.ts";

type Filter = Pick<z.output<typeof listInput>, "search" | "role" | "state" | "sort" | "limit">;

/** A place in the list: sort key and id of the row at its edge, and which way to go from there. */
export interface Place {
  direction: "next" | "previous";
  key: string;
  id: string;
}

const shown = "coalesce(nullif(u.name, ''), u.email)";
const state = `case when m.state = 'disabled' then 'disabled' when p.user_id is null then 'invited' else 'active' end`;
const seen = "coalesce(m.last_seen_at, 'epoch'::timestamptz)";
const asText = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const sortColumns = {
  name: { column: `lower(${shown})`, key: `lower(${shown})`, type: "text" },
  joined: { column: "m.created_at", key: asText("m.created_at"), type: "timestamptz" },
  seen: { column: seen, key: asText(seen), type: "timestamptz" },
};

/** Everything the page says of a person, for one account; `$1` is the agency, `$2` the account, `$3` security time. */
const peopleSql = (key: string) => `
  select u.id as "userId", u.name, u.email, m.role, ${state} as state, ${key} as key,
    ${asText("m.created_at")} as "joinedAt", ${asText("m.last_seen_at")} as "lastSeenAt",
    (select count(*)::int from sessions s where s.agency_id = m.agency_id and s.user_id = m.user_id
      and s.account_id = m.account_id and m.state = 'active' and s.expires_at > $3
      and s.created_at >= greatest(u.sessions_valid_from, a.sessions_valid_from)) as sessions,
    f.user_id is not null as "secondFactor",
    case when p.user_id is null and i.id is not null and i.revoked_at is null then json_build_object(
      'state', case when i.expires_at <= $3 then 'expired' when i.opened_at is not null then 'opened' else 'sent' end,
      'mail', (select ml.state from mails ml where ml.agency_id = i.agency_id and ml.subject_id = i.id
        and ml.kind = 'invitation' order by ml.created_at desc limit 1),
      'expiresAt', i.expires_at, 'askedAt', i.asked_at) end as invitation
  from memberships m
  join users u on u.agency_id = m.agency_id and u.id = m.user_id
  join accounts a on a.agency_id = m.agency_id and a.id = m.account_id
  left join passwords p on p.agency_id = m.agency_id and p.user_id = m.user_id
  left join second_factors f on f.agency_id = m.agency_id and f.user_id = m.user_id
  left join lateral (select * from invitations i where i.agency_id = m.agency_id and i.user_id = m.user_id
    and i.account_id = m.account_id order by i.created_at desc limit 1) i on true
  where m.agency_id = $1 and m.account_id = $2 and m.state <> 'removed'`;

/** The statement for one person. */
export const personSql = `${peopleSql("''")} and m.user_id = $4`;

/** The statement for one page. Asks for one row more than the page, to know whether there is another. */
export function listStatement(bound: unknown[], filter: Filter, place: Place | undefined) {
  const values = [...bound];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const descending = filter.sort.startsWith("-");
  const backwards = place?.direction === "previous";
  const order = descending === backwards ? "asc" : "desc";
  const { column, key, type } = sortColumns[filter.sort.replace("-", "") as keyof typeof sortColumns];
  const conditions: string[] = [];
  if (filter.role) conditions.push(`m.role = ${bind(filter.role)}`);
  if (filter.state) conditions.push(`${state} = ${bind(filter.state)}`);
  if (filter.search)
    conditions.push(`lower(u.name || ' ' || u.email) like ${bind(likePattern(filter.search))}`);
  if (place) {
    const beyond = order === "asc" ? ">" : "<";
    conditions.push(`(${column}, u.id) ${beyond} (${bind(place.key)}::${type}, ${bind(place.id)}::uuid)`);
  }
  const text = `${peopleSql(key)}${conditions.map((one) => ` and ${one}`).join("")}
    order by ${column} ${order}, u.id ${order} limit ${Number(filter.limit) + 1}`;
  return { text, values, backwards };
}
