/** Who can pay for units past the included ones. */
export const payers = ["agency", "reseller", "customer"] as const;
export type Payer = (typeof payers)[number];

/** Whose plan it is: the agency's is wholesale, a reseller's own is retail. */
export type PlanSide = "agency" | "reseller";

/** Whom the owner of a plan can let pay: nobody makes those above pay. Pure. */
export function payersOf(side: PlanSide): readonly Payer[] {
  return side === "agency" ? payers : ["reseller", "customer"];
}

/** Who pays unless the plan says otherwise: the buyer of the plan. Pure. */
export function usualPayer(side: PlanSide): Payer {
  return side === "agency" ? "reseller" : "customer";
}
