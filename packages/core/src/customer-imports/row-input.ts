import { rateFromTyped } from "../commissions/typed-rate.ts";
import { countryOf } from "../imports/row-values.ts";
import type { CompanyRow } from "./read-rows.ts";

const yes = new Set(["yes", "y", "true", "1", "active"]);
const no = new Set(["no", "n", "false", "0", "inactive"]);
const intervalNames = new Map([
  ...["month", "monthly", "1 month"].map((name) => [name, "month"] as const),
  ...["year", "yearly", "annual", "annually", "12 months"].map((name) => [name, "year"] as const),
]);

/** Yes or no as people write it; what is neither stays as it is. */
function yesOrNo(text: string | undefined): boolean | string | undefined {
  const word = text?.toLowerCase();
  if (word === undefined) return undefined;
  return yes.has(word) ? true : no.has(word) ? false : text;
}

/** A row's customer as `customer.create` takes it; what cannot be read stays as it is, for the verb to refuse. Pure. */
export function customerInput({ given, parent }: Pick<CompanyRow, "given" | "parent">) {
  const { name, email, externalId, type, active, rate, country, address, taxId } = given;
  return {
    ...{ name, email, externalId, address, taxId, parentId: parent.id },
    type: type?.toLowerCase(),
    active: yesOrNo(active),
    country: country && countryOf(country),
    // Percent, with a point or a comma whatever the file's language is.
    rateBps: rate === undefined ? undefined : rateFromTyped(rate.replace(",", "."), "en"),
  };
}

/** What a row says of its subscription; undefined where it says nothing. Pure. */
export function subscriptionInput({ given }: Pick<CompanyRow, "given">) {
  const { plan, currency, interval, quantity, startsOn, nextInvoiceOn, trialUntil, cancelled } = given;
  const said = { plan, currency, interval, quantity, startsOn, nextInvoiceOn, trialUntil, cancelled };
  if (Object.values(said).every((value) => value === undefined)) return undefined;
  return {
    ...{ plan, startsOn, nextInvoiceOn, trialUntil },
    currency: currency?.toUpperCase(),
    interval: interval && (intervalNames.get(interval.toLowerCase()) ?? interval),
    quantity: quantity === undefined ? undefined : Number(quantity),
    cancelled: yesOrNo(cancelled),
  };
}

export type SubscriptionSaid = NonNullable<ReturnType<typeof subscriptionInput>>;
