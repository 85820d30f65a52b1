/** Why no rate counts on a line: who sold it, or that nobody set one. */
export const noCommissions = ["own_sale", "direct", "own_plans", "no_rate", "wholesale"] as const;

/** Everything a decision can say for itself. */
export const reasons = [
  "rate",
  "rate_zero",
  "rounds_to_zero",
  "refund",
  "adjustment",
  ...noCommissions,
] as const;
