import type { Delegation } from "@tenantry/core/delegations/rules";

/** What an upline may do, as its page shows it. */
export interface DelegationFacts {
  delegation: Delegation | null;
  /** It could be given some: it hangs on the agency itself. */
  possible: boolean;
}
