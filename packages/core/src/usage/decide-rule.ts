/** A meter's limits as a plan says them; null = none. Units. */
export interface Caps {
  includedUnits: number | null;
  softCapUnits: number | null;
  hardCapUnits: number | null;
}

export type Decision = "allow" | "warn" | "deny";
export type DecisionReason =
  | "no_limit"
  | "within_included"
  | "past_included"
  | "past_soft_cap"
  | "past_hard_cap";

/**
 * What to tell the product that wants units, when granting them makes `after` units in all. Past a hard cap nothing is
 * granted; past a soft cap the product warns; past what is included the units are charged. Pure.
 */
export function decide(caps: Caps, after: number): { decision: Decision; reason: DecisionReason } {
  const { includedUnits, softCapUnits, hardCapUnits } = caps;
  if (hardCapUnits !== null && after > hardCapUnits) return { decision: "deny", reason: "past_hard_cap" };
  if (softCapUnits !== null && after > softCapUnits) return { decision: "warn", reason: "past_soft_cap" };
  if (includedUnits === null) return { decision: "allow", reason: "no_limit" };
  if (after > includedUnits) return { decision: "allow", reason: "past_included" };
  return { decision: "allow", reason: "within_included" };
}

/** What was granted before: the level reached, and the use that was known then. */
export interface Reservation {
  units: number;
  seen: number;
}

/**
 * Units that count as taken. Of a counter the higher of what was granted and what was reported, so that asking and then
 * reporting counts once. A gauge that was reported anew says itself how much is taken. Pure.
 */
export function taken(kind: "counter" | "gauge", { units, seen }: Reservation, used: number): number {
  return kind === "gauge" && seen !== used ? used : Math.max(units, used);
}
