import type { SubscriptionPreview, SubscriptionShown } from "@tenantry/core/subscriptions/schemas";

export type Shown = SubscriptionShown;
export type Preview = SubscriptionPreview;
export type Interval = Preview["interval"];

/** A plan at one of its prices, as it stands in a menu. */
export interface OfferChoice {
  value: string;
  name: string;
  amountMinor: number;
  currency: string;
  interval: Interval;
}

/** What the signed-in person may do with subscriptions. */
export interface SubscriptionRights {
  change: boolean;
  cancel: boolean;
}
