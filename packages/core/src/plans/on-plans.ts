import { type SQL, sql } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";
import type { PlanAt } from "./change.ts";
import { termsOfVersion } from "./rows-sql.ts";
import type { Price, Terms } from "./terms.ts";

/** A live reseller with the version it is on and what it pays. */
export interface OnPlan {
  id: string;
  distributorId: string;
  name: string;
  versionId: string | null;
  plan: PlanAt | null;
  priceNow: Price[];
  /** A change that waits for it already. */
  waiting: boolean;
}

interface Row {
  [column: string]: unknown;
  id: string;
  distributorId: string;
  name: string;
  versionId: string | null;
  planId: string | null;
  planName: string;
  version: number;
  terms: Terms;
  keptTerms: Terms | null;
  waiting: boolean;
}

/** Resellers that match `conditions` (on `r`, `a` and `v`), with their plans. Archived ones are left out. */
export async function readOnPlans(
  { tx, ctx }: Run,
  conditions: SQL,
  limit: number,
  lock: SQL = sql``,
): Promise<OnPlan[]> {
  const { rows } = await tx.execute<Row>(sql`
    select r.id, r.distributor_id as "distributorId", a.name, r.plan_version_id as "versionId", r.plan_id as "planId", p.name as "planName",
      v.number as version, ${termsOfVersion} as terms, kept.terms as "keptTerms",
      exists (select from plan_changes c where c.agency_id = r.agency_id and c.reseller_id = r.id
        and c.state = 'scheduled') as waiting
    from resellers r
    join accounts a on a.agency_id = r.agency_id and a.id = r.id and a.archived_at is null
    left join plans p on p.agency_id = r.agency_id and p.id = r.plan_id
    left join plan_versions v on v.agency_id = r.agency_id and v.id = r.plan_version_id
    left join lateral (select ${termsOfVersion} as terms from plan_versions v
      where v.agency_id = r.agency_id and v.id = r.price_version_id) kept on true
    where r.agency_id = ${ctx.tenant.agencyId} and ${conditions}
    order by a.name_ci, a.id limit ${limit} ${lock}`);
  return rows.map((row) => ({
    ...{
      id: row.id,
      distributorId: row.distributorId,
      name: row.name,
      versionId: row.versionId,
      waiting: row.waiting,
    },
    plan: row.planId
      ? { planId: row.planId, name: row.planName, version: row.version, terms: row.terms }
      : null,
    priceNow: (row.keptTerms ?? (row.planId ? row.terms : { prices: [] })).prices,
  }));
}

/** The current version of a plan that resellers can be given, or undefined. */
export async function currentVersion(
  { tx, ctx }: Run,
  planId: string,
): Promise<(PlanAt & { versionId: string }) | undefined> {
  const { rows } = await tx.execute<PlanAt & { versionId: string } & Record<string, unknown>>(sql`
    select p.id as "planId", p.name, v.number as version, v.id as "versionId", ${termsOfVersion} as terms
    from plans p
    join plan_versions v on v.agency_id = p.agency_id and v.plan_id = p.id and v.number = p.current_version
    where p.agency_id = ${ctx.tenant.agencyId} and p.id = ${planId} and p.reseller_id = p.agency_id
      and p.archived_at is null`);
  return rows[0];
}
