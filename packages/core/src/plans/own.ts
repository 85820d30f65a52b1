import { sql } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { type PlanOwner, planOwner } from "./owner.ts";
import { type PlanRow, planRows } from "./rows-sql.ts";

/**
 * A plan the caller manages, its row locked: whoever changes it waits for whoever changes it now. Throws `not_found`
 * outside the caller's scope and `kind_forbidden` for a plan that is somebody else's to manage.
 */
export async function ownPlan(run: Run, planId: string): Promise<{ owner: PlanOwner; plan: PlanRow }> {
  const { tx, ctx } = run;
  const owner = await planOwner(run);
  const { agencyId } = ctx.tenant;
  await tx.execute(sql`select from plans where agency_id = ${agencyId} and id = ${planId} for update`);
  const { rows } = await tx.execute<PlanRow>(planRows(agencyId, [sql`p.id = ${planId}`], sql``));
  const plan = rows[0];
  if (!plan) throw new AppError("not_found");
  if (plan.ownerId !== owner.resellerId) throw new AppError("kind_forbidden");
  return { owner, plan };
}
