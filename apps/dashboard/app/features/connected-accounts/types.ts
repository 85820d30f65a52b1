export type ConnectedState = "on" | "unfinished" | "checking" | "ended" | "gone" | "unreachable";

/** A reseller's own account at Stripe, as it was last told of. */
export interface ConnectedAccount {
  gatewayId: string;
  state: ConnectedState;
  charges: boolean;
  payouts: boolean;
  /** In Stripe's words. */
  due: string[];
  /** Stripe's codes. */
  chargesReason: string | null;
  payoutsReason: string | null;
  /** Instant. */
  checkedAt: string;
}

export type ConnectedRights = Record<"connect" | "check" | "disconnect", boolean>;
