/** What a child is given of a meter for each month, in the meter's units. */
export interface Given {
  /** `guaranteed`: set aside for it. `shared`: drawn from its parent's pool up to here, nothing set aside. */
  mode: "guaranteed" | "shared";
  units: number;
}

/** What an account has of a meter to give, and what it has promised. */
export interface Pool {
  /** Null = without limit. */
  grantedUnits: number | null;
  /** What it has is only drawn from its parent's pool: it cannot promise any of it. */
  shared: boolean;
  ratioPercent: number;
  /** Guaranteed to its children, together. */
  allocatedUnits: number;
}

/** What a plan says of a meter, as far as it bounds what can be given on. */
export interface PlanLimits {
  includedUnits: number;
  hardCapUnits: number | null;
}

/** A pool nobody has given anything from. */
export const untouched: Pool = { grantedUnits: null, shared: false, ratioPercent: 100, allocatedUnits: 0 };

/**
 * What an account has to give: what its parent gave it, else what its plan includes, because that is paid for; never
 * more than the plan's hard cap, past which nothing is granted. Without either nothing limits it. Pure.
 */
export function grantedBy(
  given: Given | null,
  plan: PlanLimits | null,
): Pick<Pool, "grantedUnits" | "shared"> {
  const units = given?.units ?? plan?.includedUnits ?? null;
  const grantedUnits = units === null ? null : Math.min(units, plan?.hardCapUnits ?? units);
  return { grantedUnits, shared: given?.mode === "shared" };
}

/** The most an account may guarantee to all its children together; null = without limit. Pure. */
export function mostPromised({ grantedUnits, shared, ratioPercent }: Omit<Pool, "allocatedUnits">) {
  if (shared) return 0;
  return grantedUnits === null ? null : Math.floor((grantedUnits * ratioPercent) / 100);
}

/** The least an account must have so that its promises stay covered. Pure. */
export function leastGranted({ ratioPercent, allocatedUnits }: Pool): number {
  return Math.ceil((allocatedUnits * 100) / ratioPercent);
}

/** Why an allowance cannot be as asked, as a field error. */
export interface Refusal {
  field: "mode" | "units";
  code:
    | "allowance_not_yours_to_promise"
    | "allowance_only_less"
    | "allowance_too_large"
    | "allowance_used"
    | "allowance_promised";
  params: { units: number };
}

export interface AllowancePreview {
  before: Given | null;
  after: Given | null;
  /** What the giver has, and has promised, before and after. */
  grantedUnits: number | null;
  ratioPercent: number;
  allocatedBefore: number;
  allocatedAfter: number;
  /** What the giver could still guarantee afterwards; null = without limit. */
  freeUnits: number | null;
  /** The least and the most that can be given in this mode; null = without limit. */
  smallestUnits: number;
  largestUnits: number | null;
  refusal: Refusal | null;
}

/** Everything an allowance is judged by. */
export interface Judged {
  /** The giver's. */
  pool: Pool;
  before: Given | null;
  child: {
    /** It can be given less, and no more. */
    deleted: boolean;
    /** Granted or used this month: cannot be taken back. */
    takenUnits: number;
    /** Its own; null for who gives nothing on. */
    pool: Pool | null;
    plan: PlanLimits | null;
  };
}

/** The one function behind the preview of an allowance and the giving of it. `after` null takes it away. Pure. */
export function previewAllowance({ pool, before, child }: Judged, after: Given | null): AllowancePreview {
  const others = pool.allocatedUnits - guaranteed(before);
  const most = mostPromised(pool);
  const allocatedAfter = others + guaranteed(after);
  const smallestUnits = leastOf(before, child);
  const mode = after?.mode ?? "guaranteed";
  const heldUnits = child.deleted ? heldOf(before, mode) : null;
  const largestUnits = largestOf(pool, others, child.plan, mode, heldUnits);
  const preview = {
    ...{ before, after, grantedUnits: pool.grantedUnits, ratioPercent: pool.ratioPercent },
    ...{ allocatedBefore: pool.allocatedUnits, allocatedAfter },
    freeUnits: most === null ? null : Math.max(0, most - allocatedAfter),
    ...{ smallestUnits, largestUnits },
  };
  return { ...preview, refusal: refusalOf(pool, before, child, after, heldUnits, largestUnits) };
}

/** What is left of an allowance when everything unused goes back to the giver. Pure. */
export function withoutUnused(before: Given, child: Judged["child"]): Given {
  return { mode: before.mode, units: leastOf(before, child) };
}

function guaranteed(given: Given | null): number {
  return given?.mode === "guaranteed" ? given.units : 0;
}

/** Used units cannot be taken back, nor what it has promised on; what is used past an allowance binds nobody to it. */
function leastOf(before: Given | null, { takenUnits, pool }: Judged["child"]): number {
  return Math.max(Math.min(takenUnits, before?.units ?? takenUnits), pool ? leastGranted(pool) : 0);
}

/** What an account holds, as far as it could be held in another mode without more being set aside for it. */
function heldOf(before: Given | null, mode: Given["mode"]): number {
  return mode === "guaranteed" ? guaranteed(before) : (before?.units ?? 0);
}

function largestOf(
  pool: Pool,
  others: number,
  plan: PlanLimits | null,
  mode: Given["mode"],
  heldUnits: number | null,
): number | null {
  const most = mostPromised(pool);
  const ofPool = mode === "shared" ? pool.grantedUnits : most === null ? null : Math.max(0, most - others);
  const ends = [ofPool, plan?.hardCapUnits ?? null, heldUnits].filter((units) => units !== null);
  return ends.length > 0 ? Math.min(...ends) : null;
}

function refusalOf(
  pool: Pool,
  before: Given | null,
  child: Judged["child"],
  after: Given | null,
  heldUnits: number | null,
  largestUnits: number | null,
): Refusal | null {
  const smallestUnits = leastOf(before, child);
  const no = (field: Refusal["field"], code: Refusal["code"], units: number): Refusal => ({
    ...{ field, code },
    params: { units },
  });
  if (after?.mode === "guaranteed" && pool.shared) return no("mode", "allowance_not_yours_to_promise", 0);
  const left = child.pool && { ...child.pool, ...grantedBy(after, child.plan) };
  const most = left && mostPromised(left);
  if (left && typeof most === "number" && left.allocatedUnits > most)
    return no(left.shared ? "mode" : "units", "allowance_promised", smallestUnits);
  if (!after) return null;
  const grows = after.units > (before?.units ?? -1) || guaranteed(after) > guaranteed(before);
  if (grows && largestUnits !== null && after.units > largestUnits)
    return no("units", heldUnits === null ? "allowance_too_large" : "allowance_only_less", largestUnits);
  return after.units < smallestUnits ? no("units", "allowance_used", smallestUnits) : null;
}
