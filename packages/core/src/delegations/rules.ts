import type { ErrorCode } from "../kernel/errors.ts";
import type { ResellerType } from "../resellers/rules.ts";
import { type AccountStatus, type StopMode, shownStatus } from "../tenancy/stop-modes.ts";

/** The ceiling that an agency sets over an upline: what it may do with resellers of its own (features.md 3.21). */
export interface Delegation {
  create: boolean;
  edit: boolean;
  archive: boolean;
  /** Ways of stopping a reseller that it may use, and undo. */
  stopModes: StopMode[];
  /** Types it may create. */
  types: ResellerType[];
  /** Most live resellers it may have; null = as many as it likes. */
  maximum: number | null;
  /** Live ones it has. */
  resellers: number;
}

/** What a verb takes of a delegation. Seeing takes none: who has no resellers sees an empty list. */
export type Right = "see" | "create" | "edit" | "stop" | "archive";

/** Why this upline may not, or undefined where it may. Pure. */
export function missingRight(delegation: Delegation | null | undefined, right: Right): ErrorCode | undefined {
  if (right === "see") return undefined;
  if (!delegation) return "not_delegated";
  const holds = right === "stop" ? delegation.stopModes.length > 0 : delegation[right];
  return holds ? undefined : `ceiling_${right}`;
}

/** Where a reseller stands, and who put it there: null for the agency. */
interface Standing {
  status: AccountStatus;
  statusBy: string | null;
}

/**
 * Why an upline may not put its reseller from one state into another: it uses the ways of stopping it was given, and
 * lifts no stop that was set above it. Pure.
 */
export function missingMove(
  { stopModes }: Pick<Delegation, "stopModes">,
  from: Standing,
  to: AccountStatus,
  upline: string,
): ErrorCode | undefined {
  if (from.status !== "active" && from.statusBy !== upline) return "stopped_above";
  const given = (status: AccountStatus) =>
    status === "active" || stopModes.some((mode) => mode === shownStatus(status));
  return given(from.status) && given(to) ? undefined : "ceiling_stop";
}
