import { likePattern } from "../kernel/like-pattern.ts";

export type SearchedKind = "reseller" | "customer";
export type SearchScope = "agency" | "distributor" | "reseller";

/** Shorter patterns hold no trigram: they are found at the beginning of things only. */
const shortestIndexed = 3;
/** What the trigram index is asked for at most; names that begin with the search are found without it. */
const mostParts = 200;
/** Rows looked at where an index holds accounts of every kind, archived ones too. */
const mostMixed = 50;

/** Text from the first up to the second begins with what was searched: the database compares by code point. */
export function beginning(text: string): [from: string, below: string] {
  return [text, `${text}\u{10ffff}`];
}

/** The statement's parameters after the agency and the number of rows. */
export function searchValues(search: string): unknown[] {
  return [
    ...beginning(search.toLowerCase()),
    ...beginning(search.toUpperCase()),
    ...beginning(search),
    partOf(search),
  ];
}

function partOf(search: string): string | null {
  return search.length >= shortestIndexed ? likePattern(search) : null;
}

/**
 * The resellers that hang on the caller's account, found alike. A function walks them, because their logins are no rows
 * of the account's own scope, and a reseller's scope holds no other account at all.
 */
export const beneathStatement = "select * from app.search_beneath($1, $2, $3, $4, $5)";

/** The parameters of that statement. */
export function beneathValues(search: string, limit: number): unknown[] {
  return [search.toLowerCase(), search.toUpperCase(), search, partOf(search), limit];
}

/**
 * The statement that finds live accounts of one kind. Every branch walks an index from its first hit and ends after a
 * few rows, so that its cost does not grow with the agency. Ids come before names that begin with the search, those
 * before names and e-mails that hold it.
 */
export function findStatement(kind: SearchedKind, scope: SearchScope): string {
  const branches = [byCode, byExternalId, byName, byPart, ...(kind === "reseller" ? [byLoginDomain] : [])];
  return `
    with hits as (
      select id, min(rank) as rank
      from (${branches.map((branch) => `(${branch(kind, scope)})`).join(" union all ")}) found
      group by id
    )
    ${shown[kind]}
    where a.agency_id = $1 and a.kind = '${kind}' and a.archived_at is null
    order by h.rank, a.name_ci, a.id limit $2`;
}

const live = (kind: SearchedKind) => `agency_id = $1 and kind = '${kind}' and archived_at is null`;

const within = (scope: SearchScope) => (scope === "agency" ? "" : `and ${scope}_id = app.account_id()`);

/** Codes of one kind share their first letters: fewer than those would mean every account. */
const byCode = (kind: SearchedKind, scope: SearchScope) => `
  select id, 1 as rank from accounts
  where ${live(kind)}
    ${scope === "reseller" ? "and reseller_id = app.account_id()" : ""}
    and code >= $5 and code < $6 and starts_with($5, '${codePrefix[kind]}')
  order by code limit $2`;
const codePrefix: Record<SearchedKind, string> = { reseller: "PA-", customer: "CU-" };

const byExternalId = (_kind: SearchedKind, scope: SearchScope) => `
  select id, 1 from accounts
  where agency_id = $1 and external_id >= $7 and external_id < $8
    ${scope === "reseller" ? "and parent_id = app.account_id()" : within(scope)}
  order by external_id limit ${mostMixed}`;

const byName = (kind: SearchedKind, scope: SearchScope) => `
  select id, 2 from accounts
  where ${live(kind)} and name_ci >= $3 and name_ci < $4
    ${within(scope)}
  order by name_ci, id limit $2`;

const byPart = (kind: SearchedKind, scope: SearchScope) =>
  scope === "distributor" ? byWalking(kind) : byIndex(kind, scope);

const byIndex = (kind: SearchedKind, scope: SearchScope) => `
  select unnest(app.${scope === "agency" ? "search_accounts" : "search_own_accounts"}('${kind}', $9, ${mostParts})), 3
  where $9::text is not null`;

/** What hangs on a distributor is little beside the agency's whole, which is what the index holds. */
const byWalking = (kind: SearchedKind) => `
  select id, 3 from accounts
  where ${live(kind)} and search like $9 ${within("distributor")}
  limit ${mostParts}`;

const byLoginDomain = () => `
  select account_id, 1 from hostnames
  where agency_id = $1 and host >= $3 and host < $4
  order by host limit ${mostMixed}`;

const shown: Record<SearchedKind, string> = {
  reseller: `
    select a.id, a.code, a.name, a.email, a.status, n.host
    from hits h
    join accounts a on a.agency_id = $1 and a.id = h.id
    join hostnames n on n.agency_id = $1 and n.account_id = a.id and n.is_primary`,
  customer: `
    select a.id, a.code, a.name, a.email, a.external_id as "externalId",
      case when s.kind = 'reseller' then json_build_object('id', s.id, 'name', s.name) end as seller
    from hits h
    join accounts a on a.agency_id = $1 and a.id = h.id
    left join accounts s on s.agency_id = $1 and s.id = a.parent_id`,
};
