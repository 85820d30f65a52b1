import { accounts, plans, resellers } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import type { RateSource } from "./rate.ts";

/** What a rate is set of, as its row stands. */
export interface RateSubject {
  /** Commission is earned here at all. */
  applies: boolean;
  source: RateSource;
  distributorId: string;
  resellerId: string;
  customerId: string;
  planId: string | null;
}

/** Finds what a rate is of. Throws `not_found` for what is not in the caller's reach. */
export async function readSubject(
  run: Run,
  { subject, id }: { subject: "customer" | "reseller" | "plan"; id: string },
): Promise<RateSubject> {
  if (run.ctx.scope.kind === "distributor") throw new AppError("not_found");
  return subject === "plan" ? ofPlan(run, id) : ofAccount(run, subject, id);
}

async function ofPlan({ tx, ctx }: Run, id: string): Promise<RateSubject> {
  const { agencyId } = ctx.tenant;
  const [plan] = await tx
    .select({ resellerId: plans.resellerId })
    .from(plans)
    .where(and(eq(plans.agencyId, agencyId), eq(plans.id, id)));
  if (!plan) throw new AppError("not_found");
  const root = { distributorId: agencyId, resellerId: agencyId, customerId: agencyId };
  return { ...root, applies: plan.resellerId === agencyId, source: "plan", planId: id };
}

async function ofAccount(
  { tx, ctx }: Run,
  subject: "customer" | "reseller",
  id: string,
): Promise<RateSubject> {
  const { agencyId } = ctx.tenant;
  const [row] = await tx
    .select({ account: accounts, type: resellers.type })
    .from(accounts)
    .leftJoin(
      resellers,
      and(eq(resellers.agencyId, accounts.agencyId), eq(resellers.id, accounts.resellerId)),
    )
    .where(and(eq(accounts.agencyId, agencyId), eq(accounts.id, id), eq(accounts.kind, subject)));
  if (!row) throw new AppError("not_found");
  const { distributorId, resellerId } = row.account;
  return {
    ...{ distributorId, resellerId, planId: null },
    applies: row.type === "commission",
    source: subject,
    customerId: subject === "customer" ? id : agencyId,
  };
}
