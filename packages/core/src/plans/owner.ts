import { resellers } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { rulesOf } from "../resellers/rules.ts";

/** Scope columns of the plans somebody manages. */
export interface PlanOwner {
  agencyId: string;
  distributorId: string;
  resellerId: string;
}

/**
 * Whose plans the caller manages: the agency's, or those of its reseller where that sells under plans of its own.
 * Throws `kind_forbidden` for everybody else, whatever their role (policy.ts knows no types of reseller).
 */
export async function planOwner(run: Run): Promise<PlanOwner> {
  const { scope, tenant } = run.ctx;
  const { agencyId } = tenant;
  if (scope.kind === "agency") return { agencyId, distributorId: agencyId, resellerId: agencyId };
  const type = await ownType(run);
  if (!type || !rulesOf(type).managesPlans) throw new AppError("kind_forbidden");
  return { agencyId, distributorId: tenant.distributorId, resellerId: tenant.resellerId };
}

/** The model the caller's reseller sells under; undefined for an account that is none. */
export async function ownType({ tx, ctx }: Run) {
  const [row] = await tx
    .select({ type: resellers.type })
    .from(resellers)
    .where(and(eq(resellers.agencyId, ctx.tenant.agencyId), eq(resellers.id, ctx.scope.account)));
  return row?.type;
}
