import type { Scope } from "@tenantry/db";
import type { z } from "zod";
import { type Clocks, resellersInNeed } from "../attention/reseller-needs.ts";
import { likePattern } from "../kernel/like-pattern.ts";
import { storedStatus } from "../tenancy/stop-modes.ts";
import type { listInput } from "./schemas.ts";

type Filter = z.output<typeof listInput>;

/** A place in the list: sort key and id of the row at its edge, and which way to go from there. */
export interface Place {
  direction: "next" | "previous";
  key: string;
  id: string;
}

const sortColumns = {
  name: { column: "a.name_ci", type: "text" },
  joined: { column: "a.created_at", type: "timestamptz" },
};

/** To the microsecond, which a Date would lose and a cursor needs. As PostgreSQL writes it; `instant` makes ISO of it. */
const utc = (column: string) => `(${column} at time zone 'utc')::text`;

/** ISO 8601 of what `utc` selected: half the work of `to_json` in the statement, measured on a page. */
export function instant(written: string): string {
  return `${written.replace(" ", "T")}Z`;
}

/**
 * The statement for one page. Its text depends on the shape of the question only (which filters, which order, how
 * many), so each shape is prepared once per connection. The number of rows is written out, because a plan for any
 * number costs too much for PostgreSQL to keep, and it would plan every page anew. Asks for one row more than the page,
 * to know whether there is another.
 * The clocks are asked only where a condition goes by them: a page of the calendar costs as much as a page of the list.
 */
export function listStatement(
  scope: Scope,
  filter: Filter,
  place: Place | undefined,
  ids: string[] | undefined,
  clocks: () => Clocks,
) {
  const values: unknown[] = [scope.agency];
  const isUpline = scope.kind === "upline";
  const bind = (value: unknown) => `$${values.push(value)}`;
  const descending = filter.sort.startsWith("-");
  const backwards = place?.direction === "previous";
  const { column, type } = sortColumns[filter.sort.replace("-", "") as keyof typeof sortColumns];
  const order = descending === backwards ? "asc" : "desc";
  const conditions = listConditions(filter, ids, clocks, bind);
  if (isUpline) conditions.push(`a.distributor_id = ${bind(scope.account)}`);
  if (place) {
    const beyond = order === "asc" ? ">" : "<";
    conditions.push(`(${column}, a.id) ${beyond} (${bind(place.key)}::${type}, ${bind(place.id)}::uuid)`);
  }
  const text = `
    select a.id, a.code, a.name, a.email, a.country, a.status, a.activated_at is not null as activated, r.type,
      r.plan_id as "planId", r.plan_version_id as "planVersionId", p.name as "planName",
      ${isUpline ? "null" : uplineSql} as upline,
      ${utc("a.created_at")} as "joinedAt", ${utc("a.archived_at")} as "archivedAt", a.name_ci as "nameCi"
    from accounts a
    join resellers r on r.agency_id = a.agency_id and r.id = a.id
    left join ${isUpline ? plansBeneath : plansOfAgency}
    where ${conditions.join(" and ")}
    order by ${column} ${order}, a.id ${order}
    limit ${Number(filter.limit) + 1}`;
  return { text, values, backwards };
}

/** What a search and filters ask of accounts `a` and resellers `r`, for the list and for all that act on what it finds. */
export function listConditions(
  filter: Omit<Filter, "sort" | "limit" | "cursor">,
  ids: string[] | undefined,
  clocks: () => Clocks,
  bind: (value: unknown) => string,
): string[] {
  const conditions = [
    "a.agency_id = $1",
    "a.kind = 'reseller'",
    filter.status === "archived" || filter.needs === "archive_ending"
      ? "a.archived_at is not null and a.erased_at is null"
      : "a.archived_at is null",
  ];
  if (filter.status && filter.status !== "archived")
    conditions.push(`a.status = '${storedStatus(filter.status)}'`);
  if (filter.uplineId === "agency") conditions.push("a.distributor_id = $1");
  else if (filter.uplineId) conditions.push(`a.distributor_id = ${bind(filter.uplineId)}`);
  if (filter.type) conditions.push(`r.type = ${bind(filter.type)}`);
  if (filter.planId) conditions.push(`r.plan_id = ${bind(filter.planId)}`);
  if (filter.country) conditions.push(`a.country = ${bind(filter.country)}`);
  if (filter.needs) conditions.push(`a.id in (${resellersInNeed[filter.needs](bound(clocks(), bind))})`);
  if (ids) conditions.push(`a.id = any(${bind(ids)}::uuid[])`);
  else if (filter.search) conditions.push(`a.search like ${bind(likePattern(filter.search))}`);
  return conditions;
}

const plansOfAgency = "plans p on p.agency_id = a.agency_id and p.id = r.plan_id";
const plansBeneath = "app.plans_beneath() p on p.version_id = r.plan_version_id";
/** Looked up for those that hang on somebody else alone. */
const uplineSql = `case when a.distributor_id <> a.agency_id then (select json_build_object('id', u.id, 'name', u.name)
        from accounts u where u.agency_id = a.agency_id and u.id = a.distributor_id) end`;

/** The clocks as parameters; only those the condition names take a place among the values. */
function bound(clocks: Clocks, bind: (value: unknown) => string): Clocks {
  return {
    get security() {
      return bind(clocks.security);
    },
    get business() {
      return bind(clocks.business);
    },
    get month() {
      return bind(clocks.month);
    },
  };
}
