import { type ResellerType, rulesOf } from "./rules.ts";

/** What of a reseller a change of type touches. */
export interface TypeFacts {
  type: ResellerType;
  /** Plans of its own that are not archived, and the agency's plans it would be shown. */
  ownPlans: number;
  agencyPlans: number;
}

/** What a change of type means for one reseller, before and after. */
export interface TypeChange {
  before: ResellerType;
  after: ResellerType;
  /** Nothing would change. */
  same: boolean;
  /** Its own plans: kept in any case, and its to manage and sell or not. */
  ownPlans: { count: number; managedBefore: boolean; managedAfter: boolean };
  /** The agency's plans that it sees and sells. */
  agencyPlans: { count: number; seenBefore: boolean; seenAfter: boolean };
}

/** The one function behind the preview, the change and the sweep: what a reseller may do goes by its type's rules. Pure. */
export function typeChangeOf({ type, ownPlans, agencyPlans }: TypeFacts, after: ResellerType): TypeChange {
  const [old, next] = [rulesOf(type), rulesOf(after)];
  return {
    before: type,
    after,
    same: type === after,
    ownPlans: { count: ownPlans, managedBefore: old.managesPlans, managedAfter: next.managesPlans },
    agencyPlans: { count: agencyPlans, seenBefore: old.seesAgencyPlans, seenAfter: next.seesAgencyPlans },
  };
}
