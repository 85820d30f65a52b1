import { z } from "zod";
import { commission } from "../commissions/schemas.ts";
import { id, instant } from "../identity/schemas.ts";
import { leftOut, mostDrafts } from "./bank-file-rows.ts";
import { leftReasons } from "./due.ts";

export const payoutStates = ["draft", "sent", "completed", "failed", "cancelled"] as const;
export const payoutSorts = ["created", "-created"] as const;

/** Which lines go out: those payable at the cut-off, of every reseller but those left out. */
export const runInput = z.strictObject({
  /** For one reseller only. */
  resellerId: id.optional(),
  exclude: z.array(id).max(1_000).default([]),
  /** Minor units of each currency; what comes to less waits for more. */
  minimumMinor: z.int("amount_wrong").min(0, "amount_wrong").max(1_000_000_000_000).default(0),
});

export const createInput = runInput.extend({
  /** What the preview said comes out, by the currency it is sent in: another sum since then is a conflict instead of another transfer. */
  totals: z
    .array(z.strictObject({ currency: z.string().max(3), amountMinor: z.int() }))
    .max(200)
    .optional(),
});

/** What is sent where that is another currency than it was earned in. */
const paid = z
  .object({
    currency: z.string(),
    amountMinor: z.int(),
    rate: z.string(),
    source: z.string(),
    /** What the lines were worth when they were decided; the difference is what the rates have done since. */
    worthMinor: z.int(),
    differenceMinor: z.int(),
  })
  .nullable();

const reseller = z.object({ id: z.string(), name: z.string() });

export const preview = z.object({
  cutOff: instant,
  due: z.array(
    z.object({
      reseller,
      currency: z.string(),
      amountMinor: z.int(),
      lines: z.number(),
      paid,
      /** Why nothing goes out: less than the minimum, taken back more than earned, or nobody has said what it is worth. */
      left: z.enum(leftReasons).nullable(),
    }),
  ),
  totals: z.array(z.object({ currency: z.string(), amountMinor: z.int(), payouts: z.number() })),
});

export const created = z.object({
  payouts: z.array(
    z.object({ id: z.string(), code: z.string(), currency: z.string(), amountMinor: z.int() }),
  ),
});

export const payout = z.object({
  id: z.string(),
  code: z.string(),
  /** Who gets it, where that is not whoever asks. */
  reseller: reseller.nullable(),
  currency: z.string(),
  amountMinor: z.int(),
  paid,
  lines: z.number(),
  state: z.enum(payoutStates),
  reference: z.string(),
  cutOff: instant,
  createdAt: instant,
  sentAt: instant.nullable(),
  settledAt: instant.nullable(),
});

export const listInput = z.strictObject({
  resellerId: id.optional(),
  state: z.enum(payoutStates).optional(),
  sort: z.enum(payoutSorts).default("-created"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const payoutPage = z.object({
  payouts: z.array(payout),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

/** A payout with its lines, the first thousand; `commission.list` of the payout has all of them, page by page. */
export const payoutDetail = payout.extend({
  commissions: z.array(
    commission
      .pick({ id: true, at: true, reason: true, rateBps: true, baseMinor: true, amountMinor: true })
      .extend({
        customer: z.object({ id: z.string(), name: z.string() }),
        invoice: z.object({ id: z.string(), code: z.string(), position: z.number() }),
      }),
  ),
});

export const byId = z.strictObject({ id });
export const settleInput = z.strictObject({
  id,
  reference: z.string().trim().min(1, "required").max(200, "too_long"),
});
export const settled = z.object({ id: z.string(), state: z.enum(payoutStates) });

export const bankFilePreview = z.object({
  /** Of a file of those that can go. */
  number: z.string(),
  /** The agency's own account, masked; null where it has said none. */
  from: z.string().nullable(),
  drafts: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      reseller,
      currency: z.string(),
      amountMinor: z.int(),
      /** Masked. */
      iban: z.string().nullable(),
      left: z.enum(leftOut).nullable(),
    }),
  ),
});

export const bankFileInput = z.strictObject({
  /** What the preview said: a file of other drafts is a conflict. */
  number: z.string().max(30, "too_long").optional(),
});

export const bankFile = z.object({ xml: z.string(), payouts: z.number(), amountMinor: z.int() });

export const sendDraftsInput = z.strictObject({ ids: z.array(id).min(1, "required").max(mostDrafts) });
export const sentDrafts = z.object({ sent: z.number() });
