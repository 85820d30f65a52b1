import { z } from "zod";
import { disputeOutcomes } from "../commission-disputes/schemas.ts";
import { id, instant } from "../identity/schemas.ts";
import { rangeDay } from "../kernel/day-range.ts";
import { isCurrency } from "../kernel/money.ts";
import { rateSources } from "./rate.ts";
import { reasons } from "./reasons.ts";

export const commissionStates = ["pending", "payable", "disputed", "in_payout", "paid"] as const;
export const commissionSorts = ["at", "-at"] as const;
const outcomes = ["created", "zero", "skipped"] as const;

/** What one line of an invoice brought its reseller when money moved, and everything it was reckoned from. */
export const commission = z.object({
  id: z.string(),
  at: instant,
  payableAt: instant,
  /** Pending while the payment may still go back, disputed while a dispute about its line is open. */
  state: z.enum(commissionStates),
  outcome: z.enum(outcomes),
  reason: z.enum(reasons),
  source: z.enum(rateSources).nullable(),
  rateBps: z.number().nullable(),
  currency: z.string(),
  baseMinor: z.int(),
  amountMinor: z.int(),
  /** In the currency of its reseller's payouts, where that is another: by the rate that counted when it was decided. */
  worth: z
    .object({ currency: z.string(), amountMinor: z.int(), rate: z.string(), source: z.string() })
    .nullable(),
  customer: z.object({ id: z.string(), name: z.string() }),
  invoice: z.object({ id: z.string(), code: z.string(), position: z.number() }),
  /** Who earns it, where that is not whoever asks; null for a direct sale as well. */
  reseller: z.object({ id: z.string(), name: z.string() }).nullable(),
});

export const listInput = z.strictObject({
  /** For an agency: one reseller's. */
  resellerId: id.optional(),
  customerId: id.optional(),
  /** The lines of one payout, also of one that came to nothing. */
  payoutId: id.optional(),
  state: z.enum(commissionStates).optional(),
  /** Decided on these days of the billing zone, both included. */
  from: rangeDay.optional(),
  to: rangeDay.optional(),
  currency: z.string().refine(isCurrency, "currency_wrong").optional(),
  /** Lines that brought something, unless asked for another outcome or for all. */
  outcome: z.enum([...outcomes, "all"]).default("created"),
  sort: z.enum(commissionSorts).default("-at"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const commissionPage = z.object({
  commissions: z.array(commission),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

export const byId = z.strictObject({ id });

/** Of a line of an invoice: the decision asked for, and everything else about the line. */
export const commissionDetail = commission.extend({
  /** What the line sold, for which days. */
  plan: z.string(),
  from: z.string(),
  to: z.string(),
  /** What the line brings in all. */
  totalMinor: z.int(),
  /** The most it can be adjusted to. */
  mostMinor: z.int(),
  decisions: z.array(commission),
  /** The newest first. */
  disputes: z.array(
    z.object({
      id: z.string(),
      reason: z.string(),
      openedAt: instant,
      outcome: z.enum(disputeOutcomes).nullable(),
      answer: z.string(),
      settledAt: instant.nullable(),
    }),
  ),
});

export const summaryInput = z.strictObject({ resellerId: id.optional() });

export const summary = z.object({
  totals: z.array(
    z.object({
      currency: z.string(),
      pendingMinor: z.int(),
      payableMinor: z.int(),
      /** Left out of payouts until a dispute is settled. */
      disputedMinor: z.int(),
      /** The next day on which something becomes payable. */
      nextAt: instant.nullable(),
    }),
  ),
});

export const rateSubjects = ["customer", "reseller", "plan"] as const;

/** Basis points: 1250 = 12.5 %. */
export const rateBps = z.int("rate_wrong").min(0, "rate_wrong").max(10_000, "rate_wrong");

export const rateOf = z.strictObject({ subject: z.enum(rateSubjects), id });
/** Null takes it away. */
export const setRateInput = rateOf.extend({ rateBps: rateBps.nullable() });

const counting = z.object({ source: z.enum(rateSources), rateBps: z.number() });

export const rate = z.object({
  /** Commission is earned here at all: by a reseller that sells the agency's plans. */
  applies: z.boolean(),
  /** What whoever asks said of this one itself. */
  ownBps: z.number().nullable(),
  /** What counts, apart from what a plan says. */
  counting: counting.nullable(),
  /** What would count without a word on this one itself. */
  inherited: counting.nullable(),
  /** The most whoever asks may set; null = any. */
  ceilingBps: z.number().nullable(),
});
