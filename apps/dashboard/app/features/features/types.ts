export type Reach = "chosen" | "tier" | "percentage" | "everyone";
export type Reason = Reach | "left_out" | "not_reached" | "withdrawn";
export type ResellerType = "own_plans" | "commission";

export interface Rule {
  reach: Reach;
  types: ResellerType[];
  planIds: string[];
  percent: number;
}

export interface FeatureRow {
  id: string;
  key: string;
  name: string;
  description: string;
  createdAt: string;
  archivedAt: string | null;
  withdrawnAt: string | null;
  rule: Rule;
}

/** An account a feature is released to, or not. */
export interface AccountRow {
  id: string;
  kind: "reseller" | "customer";
  name: string;
  code: string;
  type: ResellerType | null;
}

/** The same with why. `exception` is what was chosen for it; null = the rule decides. */
export interface HeldRow {
  has: boolean;
  reason: Reason;
  exception: boolean | null;
}

export interface FeatureRights {
  /** Make, rename and archive features. */
  manage: boolean;
  /** Release them to whom one sells to. */
  release: boolean;
}
