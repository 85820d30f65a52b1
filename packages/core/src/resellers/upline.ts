import { fieldError } from "../kernel/errors.ts";
import type { Run } from "../kernel/verb.ts";
import type { ResellerType } from "./rules.ts";

/**
 * Whom a new reseller hangs on: on an upline's host that upline, for an agency whom it names, itself otherwise. Throws a
 * field error for a type the upline may not create.
 */
export function uplineOf(
  { ctx }: Run,
  { uplineId, type }: { uplineId?: string; type: ResellerType },
): string {
  const { scope, tenant } = ctx;
  if (scope.kind !== "upline") return uplineId ?? tenant.agencyId;
  if (uplineId && uplineId !== scope.account) throw fieldError("/uplineId", "upline_unknown");
  if (!tenant.delegation?.types.includes(type)) throw fieldError("/type", "type_not_delegated");
  return scope.account;
}
