import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Run } from "../kernel/verb.ts";
import { releaser } from "./releaser.ts";
import type { feature, reaches } from "./schemas.ts";

export interface FeatureRow {
  [column: string]: unknown;
  id: string;
  key: string;
  name: string;
  nameCi: string;
  description: string;
  createdAt: string;
  archivedAt: string | null;
  reach: (typeof reaches)[number];
  types: z.output<typeof feature>["rule"]["types"];
  planIds: string[];
  percent: number;
  withdrawnAt: string | null;
}

const utc = (column: SQL) => sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/**
 * Features in the caller's reach with the caller's own rule: for an agency all of its own, for a reseller those that are
 * released to it. The caller adds conditions on `f` and on the rule `g`, an order and a limit.
 */
export function featureRows(run: Pick<Run, "ctx">, conditions: SQL[], tail: SQL): SQL {
  const { agencyId, resellerId } = releaser(run);
  const ofAgency = run.ctx.scope.kind === "agency";
  const seen = ofAgency
    ? sql`features f`
    : sql`(select *, lower(name) as name_ci, null::timestamptz as archived_at from app.released_features()) f`;
  const all = ofAgency ? [sql`f.agency_id = ${agencyId}`, ...conditions] : conditions;
  return sql`
    select f.id, f.key, f.name, f.name_ci as "nameCi", f.description, ${utc(sql`f.created_at`)} as "createdAt",
      ${utc(sql`f.archived_at`)} as "archivedAt", coalesce(g.reach, 'chosen') as reach,
      coalesce(g.types, '{}') as types, coalesce(g.plan_ids, '{}') as "planIds", coalesce(g.percent, 0) as percent,
      ${utc(sql`g.withdrawn_at`)} as "withdrawnAt"
    from ${seen}
    left join feature_releases g
      on g.agency_id = ${agencyId} and g.feature_id = f.id and g.reseller_id = ${resellerId}
    where ${sql.join([sql`true`, ...all], sql` and `)}
    ${tail}`;
}

/** A feature as verbs answer it. */
export function shown(row: FeatureRow): z.input<typeof feature> {
  const { id, key, name, description, createdAt, archivedAt, withdrawnAt } = row;
  const { reach, types, planIds, percent } = row;
  return {
    ...{ id, key, name, description, createdAt, archivedAt, withdrawnAt },
    rule: { reach, types, planIds, percent },
  };
}
