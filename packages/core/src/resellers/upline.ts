import { accounts, delegations } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import type { Delegation } from "../delegations/rules.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import { stopRulesOf } from "../tenancy/stop-modes.ts";
import type { ResellerType } from "./rules.ts";

interface Asked {
  uplineId?: string;
  type: ResellerType;
  draftId?: string;
}

/**
 * Whom a new reseller hangs on: on an upline's host that upline, for an agency whom it names, itself otherwise. Throws
 * what stands against another reseller there, the same for creating one and for showing it before: `ceiling_room` where
 * it is full, and a field error for an account that may have none, is deleted or takes on no new business, for a type
 * that an upline may not create, and for a draft, which only an agency keeps.
 */
export async function uplineOf(run: Run, { uplineId, type, draftId }: Asked): Promise<string> {
  const { scope, tenant } = run.ctx;
  if (scope.kind !== "upline") {
    if (!uplineId || uplineId === tenant.agencyId) return tenant.agencyId;
    await refuseUnder(run, uplineId);
    return uplineId;
  }
  if (uplineId && uplineId !== scope.account) throw fieldError("/uplineId", "upline_unknown");
  if (draftId) throw fieldError("/draftId", "draft_not_yours");
  if (!tenant.delegation?.types.includes(type)) throw fieldError("/type", "type_not_delegated");
  refuseFull(tenant.delegation);
  return scope.account;
}

async function refuseUnder({ tx, ctx }: Run, uplineId: string): Promise<void> {
  const [upline] = await tx
    .select({
      status: accounts.status,
      resellers: delegations.resellers,
      maximum: delegations.maxResellers,
    })
    .from(delegations)
    .innerJoin(
      accounts,
      and(eq(accounts.agencyId, delegations.agencyId), eq(accounts.id, delegations.distributorId)),
    )
    .where(
      and(
        eq(delegations.agencyId, ctx.tenant.agencyId),
        eq(delegations.distributorId, uplineId),
        isNull(accounts.archivedAt),
      ),
    );
  if (!upline) throw fieldError("/uplineId", "upline_unknown");
  if (!stopRulesOf(upline.status).newBusiness) throw fieldError("/uplineId", "seller_stopped");
  refuseFull(upline);
}

/** As far as it is known by now: who takes the last place at the same moment is the database's to say. */
function refuseFull({ resellers, maximum }: Pick<Delegation, "resellers" | "maximum">): void {
  if (maximum !== null && resellers >= maximum) throw new AppError("ceiling_room");
}
