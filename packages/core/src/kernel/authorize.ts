import { inTenant, type Scope } from "@tenantry/db";
import {
  accounts,
  apiKeys,
  auditEntries,
  bulkRuns,
  commissionDisputes,
  commissions,
  customerImports,
  features,
  invoices,
  payments,
  payouts,
  planMigrations,
  plans,
  refunds,
  resellerDrafts,
  resellerImports,
  savedViews,
  sessions,
  subscriptions,
  users,
  webhookDeliveries,
  webhookEndpoints,
} from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { missingRight } from "../delegations/rules.ts";
import { keyScopeOf, needsProof, principalMay, type VerbName } from "../policy.ts";
import { principalOf, rolesOf } from "../roles.ts";
import { newBusinessVerbs, stopRulesOf } from "../tenancy/stop-modes.ts";
import type { Actor, Ctx, UserActor } from "./ctx.ts";
import { isPermissionDenied, tellable } from "./database-errors.ts";
import { AppError, type ErrorCode } from "./errors.ts";
import { isOwnAccount, type Reach, reachOf, rightBeneath } from "./reach.ts";

/** A record by table and id. */
export interface ObjectRef {
  table:
    | "accounts"
    | "apiKeys"
    | "auditEntries"
    | "bulkRuns"
    | "customerImports"
    | "features"
    | "invoices"
    | "commissionDisputes"
    | "commissions"
    | "payouts"
    | "planMigrations"
    | "plans"
    | "payments"
    | "refunds"
    | "resellerDrafts"
    | "resellerImports"
    | "savedViews"
    | "sessions"
    | "subscriptions"
    | "users"
    | "webhookDeliveries"
    | "webhookEndpoints";
  id: string;
}

const tables = {
  accounts,
  apiKeys,
  auditEntries,
  bulkRuns,
  customerImports,
  features,
  invoices,
  commissionDisputes,
  commissions,
  payouts,
  planMigrations,
  plans,
  payments,
  refunds,
  resellerDrafts,
  resellerImports,
  savedViews,
  sessions,
  subscriptions,
  users,
  webhookDeliveries,
  webhookEndpoints,
};

/** Verbs somebody may still use whose password was set by another and must be changed first. */
const openBeforePasswordChange = new Set<VerbName>(["password.change", "session.delete", "profile.read"]);

/** Verbs open to somebody who has to set up a second step first: what that takes, and the way out. */
const openBeforeSecondFactor = new Set<VerbName>([
  "session.delete",
  "session.prove",
  "profile.read",
  "second-factor.read",
  "second-factor.start",
  "second-factor.enable",
]);

/** How long a proof of who somebody is counts, in milliseconds. */
export const proofLasts = 5 * 60_000;

/** Does the policy table let this actor use this verb? Which records it reaches is the database's to say. */
export function may(actor: Actor, verb: VerbName): boolean {
  switch (actor.kind) {
    case "anonymous":
      return principalMay(verb, "anonymous");
    case "operator":
      return principalMay(verb, "PO");
    case "user":
      return principalMay(verb, principalOf(actor.accountKind, actor.role));
    case "key": {
      const scope = keyScopeOf(verb);
      if (!scope || !actor.scopes.includes(scope)) return false;
      return principalMay(verb, principalOf(actor.accountKind, actor.creatorRole));
    }
    case "job":
      return true;
  }
}

/** What stands in this actor's way: its key, its role, or the kind of its account where no role in one may. */
export function refusalOf(actor: Actor, verb: VerbName): ErrorCode {
  if (actor.kind === "key") return "key_forbidden";
  if (actor.kind !== "user") return "forbidden";
  const { accountKind } = actor;
  const someMay = rolesOf(accountKind).some((role) => principalMay(verb, principalOf(accountKind, role)));
  return someMay ? "forbidden" : "kind_forbidden";
}

/**
 * Lets the call pass or throws: 401 for nobody, 404 for a record outside the caller's scope (as if it were not
 * there), 403 inside it. The ceiling over an upline is asked like a role: what it does not hold is refused the same way.
 */
export async function authorize<I>(ctx: Ctx, verb: VerbName, reach: Reach<I>, input: () => I): Promise<void> {
  const refuse = async (error: AppError) => {
    const ref = reach.object?.(input());
    const inReach =
      !ref || isOwnAccount(ctx, reach, input()) || visible(ctx, reachOf(ctx, reach, input()), ref);
    throw (await inReach) ? error : new AppError("not_found");
  };
  if (may(ctx.actor, verb)) {
    if (ctx.tenant && newBusinessVerbs.has(verb) && !stopRulesOf(ctx.tenant.status).newBusiness)
      throw new AppError("sales_stopped");
    const right = reach.beneath && rightBeneath(ctx, reach, input());
    if (right && right !== "see" && isOwnAccount(ctx, reach, input())) throw new AppError("kind_forbidden");
    const missing = right && missingRight(ctx.tenant?.delegation, right);
    if (missing) return refuse(new AppError(missing));
    if (ctx.actor.kind === "user") holdBack(ctx, ctx.actor, verb);
    return;
  }
  if (ctx.actor.kind === "anonymous") throw new AppError("unauthenticated");
  await refuse(new AppError(refusalOf(ctx.actor, verb)));
}

/** What somebody who may has to do first: an own password, a second step, a fresh proof. */
function holdBack({ tenant, securityNow }: Ctx, actor: UserActor, verb: VerbName): void {
  if (actor.mustChangePassword && !openBeforePasswordChange.has(verb)) {
    throw new AppError("password_change_required");
  }
  if (tenant?.secondFactorRequired && !actor.hasSecondFactor && !openBeforeSecondFactor.has(verb)) {
    // Whoever has to change the password set by another does that first, so both doors are never shut at once.
    if (!actor.mustChangePassword) throw new AppError("second_factor_required");
  }
  if (needsProof(verb) && securityNow.getTime() - actor.provedAt.getTime() > proofLasts) {
    throw new AppError("step_up_required");
  }
}

async function visible(ctx: Ctx, scope: Scope | undefined, ref: ObjectRef): Promise<boolean> {
  if (!scope) return false;
  const table = tables[ref.table];
  const rows = await inTenant(ctx.app.pool, scope, (tx) =>
    tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.agencyId, scope.agency), eq(table.id, ref.id))),
  ).catch((error: unknown) => {
    // A table this scope has no right to holds nothing it could see.
    if (isPermissionDenied(error)) return [];
    throw tellable(error, true);
  });
  return rows.length > 0;
}
