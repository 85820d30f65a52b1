import type { resellerTypes } from "./schemas.ts";

export type ResellerType = (typeof resellerTypes)[number];

/** What a reseller may do by the model it sells under (B-17, B-18). Roles are policy.ts's to say. */
export interface ResellerRules {
  /** Creates and publishes plans of its own, and sees what they cost and earn. */
  managesPlans: boolean;
  /** Sees the agency's plans that are published to it; otherwise only the version it is on. */
  seesAgencyPlans: boolean;
}

const rules: Record<ResellerType, ResellerRules> = {
  own_plans: { managesPlans: true, seesAgencyPlans: false },
  commission: { managesPlans: false, seesAgencyPlans: true },
};

/** The one place that says what a type of reseller may do. Pure. */
export function rulesOf(type: ResellerType): ResellerRules {
  return rules[type];
}
