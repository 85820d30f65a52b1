import type {
  SubscriptionPreview,
  SubscriptionSalePreview,
  SubscriptionShown,
} from "@tenantry/core/subscriptions/schemas";

export type Shown = SubscriptionShown;
export type Preview = SubscriptionPreview;
/** With what runs already of the same plan. */
export type SalePreview = SubscriptionSalePreview;
export type Interval = Preview["interval"];

/** A plan at one of its prices, as it stands in a menu. */
export interface OfferChoice {
  value: string;
  name: string;
  amountMinor: number;
  currency: string;
  interval: Interval;
  pricesIncludeTax: boolean;
}

/** What the signed-in person may do with subscriptions. */
export interface SubscriptionRights {
  change: boolean;
  cancel: boolean;
}

/** A filter of the list as the address knows it; its words are made on the page. */
export interface SubscriptionsFilter {
  by: "state" | "sold" | "customer" | "reseller" | "currency";
  /** What is applied, and the address without it. `name` is a customer's, where it is known. */
  applied?: { value: string; name?: string; removeTo: string };
  choices: { value: string; to: string }[];
}
