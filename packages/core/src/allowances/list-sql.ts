import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { likePattern } from "../kernel/like-pattern.ts";
import type { Place } from "../kernel/list-page.ts";
import type { childKinds, listInput } from "./list-schemas.ts";

export interface ListRow {
  [column: string]: unknown;
  id: string;
  place: string;
  code: string;
  name: string;
  kind: (typeof childKinds)[number];
  archivedAt: string | null;
  mode: "guaranteed" | "shared" | null;
  units: string | null;
  /** There is a pool of its own: then `granted` counts, null included. */
  hasPool: boolean;
  granted: string | null;
  allocated: string | null;
  included: string | null;
  hardCap: string | null;
}

export interface Asked extends Pick<z.output<typeof listInput>, "search" | "mode" | "sort"> {
  agencyId: string;
  parentId: string;
  kind: ListRow["kind"];
  meter: string;
  /** What the trigram index found; undefined where the ordered walk is the better way. */
  ids?: string[];
}

/** A page of an account's children, live or with something in hand, with what each has of the meter, read along the name from a place. */
export function listStatement(asked: Asked, { backwards, key, id }: Place, limit: number): SQL {
  const { agencyId, parentId, kind, meter, ids, search, mode, sort } = asked;
  const ascending = (sort === "name") !== backwards;
  const conditions = [
    sql`a.agency_id = ${agencyId} and a.parent_id = ${parentId} and a.kind = ${kind}
      and (a.archived_at is null or w.units > 0)`,
  ];
  if (ids) conditions.push(sql`a.id = any(${sql.param(ids)}::uuid[])`);
  else if (search) conditions.push(sql`a.search like ${likePattern(search)}`);
  if (mode) conditions.push(mode === "none" ? sql`w.mode is null` : sql`w.mode = ${mode}`);
  if (key !== null)
    conditions.push(sql`(a.name_ci, a.id) ${ascending ? sql`>` : sql`<`} (${key}, ${id}::uuid)`);
  const order = ascending ? sql`asc` : sql`desc`;
  return sql`
    select a.id, a.name_ci as place, a.code, a.name, a.kind, to_char(a.archived_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "archivedAt", w.mode, w.units,
      p.account_id is not null as "hasPool", p.granted_units as granted, p.allocated_units as allocated,
      m.included_units as included, m.hard_cap_units as "hardCap"
    from accounts a
    left join allowances w on w.agency_id = a.agency_id and w.account_id = a.id and w.meter = ${meter}
    left join allowance_pools p on p.agency_id = a.agency_id and p.account_id = a.id and p.meter = ${meter}
    left join resellers r on r.agency_id = a.agency_id and r.id = a.id
    left join plan_meters m on m.agency_id = a.agency_id and m.version_id = r.plan_version_id and m.meter = ${meter}
    where ${sql.join(conditions, sql` and `)}
    order by a.name_ci ${order}, a.id ${order} limit ${limit}`;
}
