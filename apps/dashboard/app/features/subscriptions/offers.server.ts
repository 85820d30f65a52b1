import type { listOffers } from "@tenantry/core/subscriptions/list-offers";
import type { OfferChoice } from "./types.ts";

type Offer = Awaited<ReturnType<typeof listOffers>>["offers"][number];

/** An offer as one value of a menu. */
export const offerValue = ({ planId, currency, interval }: Offer) => `${planId}.${currency}.${interval}`;

export function choicesOf(offers: readonly Offer[]): OfferChoice[] {
  return offers.map((offer) => {
    const { name, amountMinor, currency, interval, pricesIncludeTax } = offer;
    return { value: offerValue(offer), name, amountMinor, currency, interval, pricesIncludeTax };
  });
}

/** What a menu's value says, whether or not it is offered. */
export function chosenIn(value: FormDataEntryValue | null) {
  const [planId = "", currency = "", every] = String(value ?? "").split(".");
  return { planId, currency, interval: every === "year" ? ("year" as const) : ("month" as const) };
}

/** The offer a menu's value names. */
export function offerOf(offers: readonly Offer[], value: string | null): Offer | undefined {
  return offers.find((offer) => offerValue(offer) === value);
}
