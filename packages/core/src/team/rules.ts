import type { UserActor } from "../kernel/ctx.ts";
import { policy, principalMay, type VerbName } from "../policy.ts";
import { type AccountKind, principalOf, type Role, rolesOf } from "../roles.ts";

const verbs = Object.keys(policy) as VerbName[];

type Granter = Pick<UserActor, "accountId" | "accountKind" | "role">;
interface Where {
  id: string;
  kind: AccountKind;
}

/**
 * May this person give this role in that account, or take it away (p1)? In their own account nobody grants a right they
 * lack, and only owners make or touch owners. Over an account below theirs the verb itself decides.
 */
export function mayGrant(granter: Granter, account: Where, role: Role): boolean {
  if (!rolesOf(account.kind).includes(role)) return false;
  if (granter.accountId !== account.id) return true;
  if (role === "owner") return granter.role === "owner";
  const theirs = principalOf(account.kind, role);
  const mine = principalOf(granter.accountKind, granter.role);
  return verbs.every((verb) => !principalMay(verb, theirs) || principalMay(verb, mine));
}

/** The roles this person may give there, highest first. */
export function grantableRoles(granter: Granter, account: Where): Role[] {
  return rolesOf(account.kind).filter((role) => mayGrant(granter, account, role));
}
