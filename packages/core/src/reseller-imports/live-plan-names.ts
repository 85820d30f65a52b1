import { plans } from "@tenantry/db/schema";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Run } from "../kernel/verb.ts";

/** The agency's plans that a reseller can be given, id by name in lower case: no two have one name. */
export async function livePlanNames({ tx, ctx }: Run): Promise<Map<string, string>> {
  const { agencyId } = ctx.tenant;
  const rows = await tx
    .select({ id: plans.id, name: plans.name })
    .from(plans)
    .where(
      and(
        eq(plans.agencyId, agencyId),
        eq(plans.resellerId, agencyId),
        isNull(plans.archivedAt),
        isNotNull(plans.currentVersion),
      ),
    );
  return new Map(rows.map(({ id, name }) => [name.toLowerCase(), id]));
}
