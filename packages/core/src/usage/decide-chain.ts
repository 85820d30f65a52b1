import type { Denial } from "../tenancy/denial.ts";
import { type Caps, type Decision, type DecisionReason, decide } from "./decide-rule.ts";

/** The levels at which use can be limited, from the top of the tree downwards. */
export const limitLevels = ["upline", "reseller", "customer"] as const;
export type LimitLevel = (typeof limitLevels)[number];

/** One of the accounts that units count against: whoever uses them, or somebody above. */
export interface Level {
  accountId: string;
  level: LimitLevel;
  /** What its plan says of the meter; null where it says nothing. */
  caps: Caps | null;
  /** What it was given of the meter; null where it was given nothing of its own. */
  allowanceUnits: number | null;
  /** Taken so far this month, everybody under it included. */
  beforeUnits: number;
  /** Of what it has, kept for children whose slices are guaranteed and who do not ask now. */
  heldUnits: number;
}

export type ChainReason = DecisionReason | "within_allowance" | "past_allowance" | "held_for_others" | Denial;

/** The level with the least left, after what was granted. */
export interface Limit {
  level: LimitLevel;
  accountId: string;
  limitUnits: number;
  units: number;
  remainingUnits: number;
}

export interface ChainDecision {
  decision: Decision;
  reason: ChainReason;
  /** Null where nothing ends the use. */
  limit: Limit | null;
}

/**
 * What to tell the product that wants `quantity` units: they have to fit at every level, and the one with the least
 * room decides; of two equal ones that nearer to the user. `levels` go from the top downwards. Pure.
 */
export function decideChain(levels: readonly Level[], quantity: number): ChainDecision {
  const nearest = [...levels].reverse();
  const tightest = nearest
    .flatMap((level) => {
      const endUnits = endOf(level);
      return endUnits === null
        ? []
        : [{ level, endUnits, room: endUnits - level.beforeUnits - level.heldUnits }];
    })
    .reduce<{ level: Level; endUnits: number; room: number } | undefined>(
      (least, one) => (least && least.room <= one.room ? least : one),
      undefined,
    );
  if (!tightest) return { ...granted(nearest, quantity), limit: null };
  const { level, endUnits, room } = tightest;
  const refused = room < quantity;
  const told = refused ? refusal(level, quantity) : granted(nearest, quantity);
  const left = refused ? room : room - quantity;
  const limit = {
    ...{ level: level.level, accountId: level.accountId, limitUnits: endUnits },
    units: level.beforeUnits + (refused ? 0 : quantity),
    remainingUnits: Math.max(0, left),
  };
  return { ...told, limit };
}

/** Past this nothing is granted at a level; null = no end. Pure. */
export function endOf({ caps, allowanceUnits }: Pick<Level, "caps" | "allowanceUnits">): number | null {
  const ends = [caps?.hardCapUnits ?? null, allowanceUnits].filter((units) => units !== null);
  return ends.length > 0 ? Math.min(...ends) : null;
}

function refusal(
  { caps, allowanceUnits, beforeUnits }: Level,
  quantity: number,
): Pick<ChainDecision, "decision" | "reason"> {
  const after = beforeUnits + quantity;
  const hardCapUnits = caps?.hardCapUnits ?? Number.POSITIVE_INFINITY;
  const ofPlan = hardCapUnits <= (allowanceUnits ?? Number.POSITIVE_INFINITY);
  if (after <= Math.min(hardCapUnits, allowanceUnits ?? Number.POSITIVE_INFINITY))
    return { decision: "deny", reason: "held_for_others" };
  return { decision: "deny", reason: ofPlan ? "past_hard_cap" : "past_allowance" };
}

/** A warning of any level counts; else the plan nearest to the user says how. */
function granted(nearest: readonly Level[], quantity: number): Pick<ChainDecision, "decision" | "reason"> {
  const planned = nearest.flatMap(({ caps, beforeUnits }) =>
    caps ? [decide(caps, beforeUnits + quantity)] : [],
  );
  const told = planned.find(({ decision }) => decision === "warn") ?? planned[0];
  if (told) return told;
  return { decision: "allow", reason: nearest.length > 0 ? "within_allowance" : "no_limit" };
}
