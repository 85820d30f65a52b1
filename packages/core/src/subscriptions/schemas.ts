import { z } from "zod";
import { rateSources } from "../commissions/rate.ts";
import { noCommissions } from "../commissions/reasons.ts";
import { id, instant } from "../identity/schemas.ts";
import { taxReasons } from "../invoices/tax.ts";
import { isCurrency } from "../kernel/money.ts";
import { intervals } from "../plans/terms.ts";

/** Minor units of a currency. */
export const amount = z.int();
const day = z.string();
const currency = z.string().refine(isCurrency, "currency_wrong");
const interval = z.enum(intervals);
const quantity = z.int("sold_count_wrong").min(1, "sold_count_wrong").max(10_000, "sold_count_wrong");

export const subscriptionStates = ["trial", "active", "ended"] as const;
export const subscriptionSorts = ["started", "-started", "mrr", "-mrr"] as const;

/** A plan with one of its prices, as it can be sold to a customer now. */
export const offer = z.object({
  planId: z.string(),
  versionId: z.string(),
  name: z.string(),
  description: z.string(),
  currency: z.string(),
  interval,
  amountMinor: amount,
  /** The tax the seller charges at home is in it. */
  pricesIncludeTax: z.boolean(),
});

export const offersInput = z.strictObject({ customerId: id });
export const offers = z.object({ offers: z.array(offer) });

/** Days for which something that is sold can cost nothing. */
export const mostTrialDays = 90;

/** What is sold: a plan at one of its prices. */
export const createInput = z.strictObject({
  customerId: id,
  planId: id,
  currency,
  interval,
  quantity: quantity.default(1),
  /** Days that cost nothing, after which the first period begins. */
  trialDays: z.int("trial_wrong").min(0, "trial_wrong").max(mostTrialDays, "trial_wrong").default(0),
  /** The version whose price the caller has seen: another published since then is a conflict instead of another price. */
  versionId: id.optional(),
  /** What is due now with tax, as the caller has seen it: another amount by then is a conflict. */
  totalMinor: z.int().optional(),
});

const dayGiven = z.iso.date("day_wrong");

/** A subscription that ran elsewhere until now (docs/decisions/027-moving-in.md). */
export const takeOverInput = z.strictObject({
  customerId: id,
  planId: id,
  currency,
  interval,
  quantity: quantity.default(1),
  /** The day from which its periods are counted; of a trial, the day that began. */
  startsOn: dayGiven,
  /** Where it is given it has to be the day on which the period that runs ends. */
  nextInvoiceOn: dayGiven.optional(),
  /** The day on which a trial that still runs ends. */
  trialUntil: dayGiven.optional(),
  /** It ends with the period that runs. */
  cancelled: z.boolean().default(false),
  /** The version whose price the caller has seen: another published since then is a conflict instead of another price. */
  versionId: id.optional(),
});

export const changeInput = z.strictObject({
  id,
  /** Another plan in the same currency and interval; the same one stays at the price it was sold for. */
  planId: id.optional(),
  quantity: quantity.optional(),
  /** The `updatedAt` the caller has seen. */
  updatedAt: z.iso.datetime().optional(),
  /** What is due now with tax, as the caller has seen it: another amount by then is a conflict. */
  totalMinor: z.int().optional(),
});

export const byId = z.strictObject({ id });

/** What a reseller earns by a charge, and why. */
export const earning = z.object({
  reason: z.enum(["rate", "rate_zero", "rounds_to_zero", ...noCommissions]),
  source: z.enum(rateSources).nullable(),
  rateBps: z.number().nullable(),
  amountMinor: amount,
});

/** What is charged at once. */
export const dueNow = z.object({
  netMinor: amount,
  taxMinor: amount,
  taxBps: z.number(),
  taxReason: z.enum(taxReasons),
  totalMinor: amount,
  earning,
});

const period = z.object({ from: day, to: day });

/** What a sale or change will do; the same function then does it. */
export const preview = z.object({
  planName: z.string(),
  versionId: z.string(),
  currency: z.string(),
  interval,
  quantity: z.number(),
  unitMinor: amount,
  /** What each period costs from then on. */
  periodMinor: amount,
  /** Both with the tax that the seller charges at home; else without. */
  pricesIncludeTax: z.boolean(),
  counts: z.enum(["now", "next_period"]),
  /** The period that is charged; of a trial, the days it lasts. */
  period,
  trial: z.boolean(),
  due: dueNow.nullable(),
});

/** The same for a sale, with what of the plan runs for the customer already. */
export const salePreview = preview.extend({
  running: z.array(z.object({ id: z.string(), code: z.string(), quantity: z.number() })),
});

export const subscription = z.object({
  id: z.string(),
  code: z.string(),
  customer: z.object({ id: z.string(), name: z.string() }),
  /** Who sells it, where that is not whoever asks. */
  seller: z.object({ id: z.string(), name: z.string() }).nullable(),
  state: z.enum(subscriptionStates),
  plan: z.object({ id: z.string(), name: z.string() }),
  currency: z.string(),
  interval,
  quantity: z.number(),
  unitMinor: amount,
  /** The tax that the seller charges at home is in its prices. */
  pricesIncludeTax: z.boolean(),
  period,
  /** An invoice of it stayed unpaid through every reminder. It goes on until somebody decides. */
  pastDue: z.boolean(),
  /** A reseller buys it for itself, and it follows the plan the reseller is on. */
  wholesale: z.boolean(),
  /** It ends with its period instead of going on. */
  cancelled: z.boolean(),
  /** The day it was taken over from where it ran before: what ran then is not invoiced. Null where it was sold here. */
  takenOverOn: day.nullable(),
  /** What it brings in a month, without tax: nothing in a trial and after its end. */
  mrrMinor: amount,
  next: z.object({ planName: z.string(), quantity: z.number(), unitMinor: amount }).nullable(),
  startedAt: instant,
  endedAt: instant.nullable(),
  updatedAt: instant,
});

export const created = z.object({
  id: z.string(),
  code: z.string(),
  state: z.enum(subscriptionStates),
  invoiceId: z.string().nullable(),
});

export const takenOver = z.object({
  id: z.string(),
  code: z.string(),
  state: z.enum(subscriptionStates),
  /** The end of what runs: from then on it is invoiced here, or it ends. */
  period,
});

export const changed = z.object({
  id: z.string(),
  counts: z.enum(["now", "next_period"]),
  invoiceId: z.string().nullable(),
});

export const settled = z.object({ id: z.string(), endsOn: day.nullable() });

export const listInput = z.strictObject({
  /** Part of a customer's name or e-mail, or the beginning of a code. */
  search: z.string().trim().max(200, "too_long").optional(),
  customerId: id.optional(),
  resellerId: id.optional(),
  state: z.enum(subscriptionStates).optional(),
  currency: currency.optional(),
  /** What the caller sells itself, what others sell to its customers, or what it buys. */
  sold: z.enum(["own", "others", "bought"]).optional(),
  sort: z.enum(subscriptionSorts).default("-started"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const subscriptionPage = z.object({
  subscriptions: z.array(subscription),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

export type SubscriptionShown = z.output<typeof subscription>;
export type SubscriptionPreview = z.output<typeof preview>;
export type SubscriptionSalePreview = z.output<typeof salePreview>;
