import { fieldError } from "../kernel/errors.ts";
import type { Sellable } from "../subscriptions/sellable.ts";
import type { SubscriptionSaid } from "./row-input.ts";

/** The one price that a row means by a plan's name, its currency and interval. Throws the field error that says what is not clear. Pure. */
export function findOffer(
  offers: readonly Sellable[],
  { plan, currency, interval }: SubscriptionSaid,
): Sellable {
  const ofPlan = offers.filter(({ name }) => name.toLowerCase() === plan?.toLowerCase());
  if (ofPlan.length === 0) throw fieldError("/plan", "plan_not_sold");
  const inCurrency = ofPlan.filter((offer) => !currency || offer.currency === currency);
  if (inCurrency.length === 0) throw fieldError("/currency", "price_none");
  const meant = inCurrency.filter((offer) => !interval || offer.interval === interval);
  const [offer, other] = meant;
  if (!offer) throw fieldError("/interval", "price_none");
  if (other) throw fieldError(currency ? "/interval" : "/currency", "price_choose");
  return offer;
}
