import { resellers } from "@tenantry/db/schema";
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Run } from "../kernel/verb.ts";
import { plansBeneath } from "./beneath.ts";
import { publishedPlans } from "./published.ts";
import { termsOfVersion } from "./rows-sql.ts";
import type { pinnedPlan } from "./schemas.ts";
import { allowancesOf, summary } from "./shape.ts";
import type { Terms } from "./terms.ts";

interface Row {
  [column: string]: unknown;
  id: string;
  name: string;
  description: string;
  isDefault: boolean;
  version: number;
  terms: Terms;
}

/** The plan a reseller has, in the version it is on; null where it has none. A reseller asks about itself only. */
export async function readPinned(
  { tx, ctx }: Run,
  resellerId: string,
): Promise<z.output<typeof pinnedPlan> | null> {
  if (ctx.scope.kind === "upline") {
    const [on] = await tx
      .select({ versionId: resellers.planVersionId })
      .from(resellers)
      .where(and(eq(resellers.agencyId, ctx.tenant.agencyId), eq(resellers.id, resellerId)));
    const known = (await plansBeneath(tx)).find((plan) => plan.version_id === on?.versionId);
    return known ? summary(known) : null;
  }
  if (ctx.scope.kind !== "agency") {
    const own = (await publishedPlans(tx)).find(({ pinned }) => pinned);
    return own ? summary(own) : null;
  }
  const { rows } = await tx.execute<Row>(sql`
    select p.id, p.name, p.description, p.is_default as "isDefault", v.number as version, ${termsOfVersion} as terms
    from resellers r
    join plans p on p.agency_id = r.agency_id and p.id = r.plan_id
    join plan_versions v on v.agency_id = r.agency_id and v.id = r.plan_version_id
    where r.agency_id = ${ctx.tenant.agencyId} and r.id = ${resellerId}`);
  const row = rows[0];
  return row ? { ...row, allowances: allowancesOf(row.terms) } : null;
}
