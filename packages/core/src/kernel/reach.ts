import type { Scope } from "@tenantry/db";
import type { Right } from "../delegations/rules.ts";
import type { ObjectRef } from "./authorize.ts";
import type { Ctx } from "./ctx.ts";

/** What of a verb's declaration says whose rows it works on. */
export interface Reach<I = unknown> {
  /** The record the verb acts on, so that a refusal can tell "not yours to change" from "not there". */
  object?: (input: I) => ObjectRef | undefined;
  /** The verb is about the caller as a person: people belong to the realm, whichever account they act in. */
  ofRealm?: boolean;
  /**
   * On an upline's host the verb is about the resellers beneath it, by this right of its delegation. What is asked about
   * the caller's own account stays in its own scope.
   */
  beneath?: Right | ((input: I) => Right | undefined);
}

/** The scope a verb's transaction enters for this caller; undefined on the operator's host. */
export function reachOf<I>(ctx: Ctx, reach: Reach<I>, input: I): Scope | undefined {
  const { tenant, scope } = ctx;
  if (!tenant || !scope) return undefined;
  if (reach.ofRealm) return { agency: tenant.agencyId, kind: tenant.kind, account: tenant.accountId };
  return rightBeneath(ctx, reach, input) ? { ...scope, kind: "upline" } : scope;
}

/**
 * The right of a delegation it takes, where the caller is not an agency's and asks about resellers of its own. Who reads
 * its own account needs none, and stays in its own scope.
 */
export function rightBeneath<I>(ctx: Ctx, reach: Reach<I>, input: I): Right | undefined {
  const { beneath } = reach;
  const below = ctx.scope?.kind === "distributor" || ctx.scope?.kind === "reseller";
  if (!beneath || !below) return undefined;
  const right = typeof beneath === "function" ? beneath(input) : beneath;
  return right === "see" && isOwnAccount(ctx, reach, input) ? undefined : right;
}

/** On which side of its resellers a transaction stands: statements about them are written for either. */
export function sideOf({ scope }: Ctx): "agency" | "upline" {
  return scope?.kind === "upline" ? "upline" : "agency";
}

/** Is the record the caller's own account? Nobody is a reseller beneath itself. */
export function isOwnAccount<I>({ scope }: Ctx, { object }: Reach<I>, input: I): boolean {
  const ref = object?.(input);
  return ref?.table === "accounts" && ref.id === scope?.account;
}
