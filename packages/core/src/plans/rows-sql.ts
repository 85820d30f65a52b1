import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { listedPlan } from "./schemas.ts";
import type { Terms } from "./terms.ts";

/** A version as the statement below reads it. */
export interface VersionRow {
  id: string;
  number: number;
  publishedAt: string;
  terms: Terms;
  resellers: number;
}

export interface PlanRow {
  [column: string]: unknown;
  id: string;
  ownerId: string;
  name: string;
  nameCi: string;
  internalName: string;
  description: string;
  isDefault: boolean;
  visibility: z.output<typeof listedPlan>["visibility"];
  currentVersion: number | null;
  draft: Terms | null;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
  versions: VersionRow[];
}

/** An instant as text, to the microsecond. */
export const instant = (column: SQL) =>
  sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** A version's prices and meters as one "terms" object; `v` is the row of plan_versions. */
export const termsOfVersion = sql`jsonb_build_object(
  'prices', (select coalesce(jsonb_agg(jsonb_build_object('currency', x.currency, 'interval', x.billed_every,
      'amountMinor', x.amount_minor) order by x.currency, x.billed_every), '[]')
    from plan_prices x where x.agency_id = v.agency_id and x.version_id = v.id),
  'meters', (select coalesce(jsonb_agg(jsonb_build_object('meter', m.meter, 'includedUnits', m.included_units,
      'blockUnits', m.block_units, 'softCapUnits', m.soft_cap_units, 'hardCapUnits', m.hard_cap_units, 'payer', m.payer,
      'overages', (select coalesce(jsonb_agg(jsonb_build_object('currency', o.currency,
          'amountMinor', o.amount_minor, 'costMinor', o.cost_minor) order by o.currency), '[]')
        from plan_overages o where o.agency_id = v.agency_id and o.version_id = v.id and o.meter = m.meter))
      order by k.position, m.meter), '[]')
    from plan_meters m join meters k on k.agency_id = m.agency_id and k.key = m.meter
    where m.agency_id = v.agency_id and m.version_id = v.id))`;

/** Plans with all their versions, newest first; the caller adds conditions on `p`, an order and a limit. */
export function planRows(agencyId: string, conditions: SQL[], tail: SQL): SQL {
  return sql`
    select p.id, p.reseller_id as "ownerId", p.name, p.name_ci as "nameCi", p.internal_name as "internalName",
      p.description, p.is_default as "isDefault", p.visibility, p.current_version as "currentVersion", p.draft,
      ${instant(sql`p.created_at`)} as "createdAt", ${instant(sql`p.updated_at`)} as "updatedAt",
      ${instant(sql`p.archived_at`)} as "archivedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number,
          'publishedAt', ${instant(sql`v.published_at`)}, 'terms', ${termsOfVersion},
          'resellers', (select count(*)::int from (select 1 from resellers r
            join accounts a on a.agency_id = r.agency_id and a.id = r.id and a.archived_at is null
            where r.agency_id = v.agency_id and r.plan_version_id = v.id limit 1000) on_it)) order by v.number desc), '[]')
        from plan_versions v where v.agency_id = p.agency_id and v.plan_id = p.id) as versions
    from plans p
    where ${sql.join([sql`p.agency_id = ${agencyId}`, ...conditions], sql` and `)}
    ${tail}`;
}
