import { z } from "zod";
import { id, instant, token } from "../identity/schemas.ts";
import { taxReasons } from "../invoices/tax.ts";
import { lineUsage } from "../overages/schemas.ts";

export const byInvoice = z.strictObject({ id });
export const byToken = z.strictObject({ token });

export const paymentLink = z.object({ url: z.string(), expiresAt: instant });

const party = z.object({
  name: z.string(),
  address: z.string(),
  country: z.string().nullable(),
  taxId: z.string().nullable(),
});

/** A payment that is on its way: by which gateway, and since when. */
export const coming = z.object({
  provider: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  since: instant,
});

/** What whoever has the link sees: the invoice, and nothing else of who buys or sells. */
export const openedLink = z.object({
  code: z.string(),
  state: z.enum(["open", "paid", "refunded", "void"]),
  currency: z.string(),
  netMinor: z.int(),
  taxMinor: z.int(),
  totalMinor: z.int(),
  /** The prices of its lines were said with the tax in them. */
  pricesIncludeTax: z.boolean(),
  refundedMinor: z.int(),
  issuedAt: instant,
  dueAt: instant,
  paidAt: instant.nullable(),
  /** It was told to be paid, and is being booked. */
  pending: z.boolean(),
  /** Payments that were begun and take days: nothing need be done until they come, or do not. */
  coming: z.array(coming),
  /** It can be paid online; else by transfer to its seller. */
  online: z.boolean(),
  /** Where a transfer goes; null where the seller has said no account. */
  account: z.object({ holder: z.string(), iban: z.string(), bic: z.string().nullable() }).nullable(),
  seller: party,
  buyer: party,
  /** What was taken back of it, oldest first. */
  creditNotes: z.array(z.object({ code: z.string(), issuedAt: instant, totalMinor: z.int() })),
  lines: z.array(
    z.object({
      plan: z.string(),
      kind: z.enum(["new", "change", "renewal", "overage", "correction", "credit"]),
      quantity: z.number(),
      from: z.string(),
      to: z.string(),
      netMinor: z.int(),
      taxBps: z.number(),
      taxReason: z.enum(taxReasons),
      taxMinor: z.int(),
      /** The price of one in a whole period, with or without tax as the seller says its prices; null where this was not kept yet. */
      unitMinor: z.int().nullable(),
      /** What ran before a change: the line is the difference to it. */
      prior: z.object({ unitMinor: z.int(), quantity: z.number() }).nullable(),
      /** Days that are charged, of those of the whole period. */
      days: z.object({ charged: z.int(), of: z.int() }).nullable(),
      /** Of a credit: what the invoice's line came to, tax included. */
      creditedMinor: z.int().nullable(),
      /** What an overage or correction line is reckoned from. */
      usage: lineUsage.nullable(),
      /** Whose use it charges, by name, where that is not who buys. */
      usedBy: z.string().nullable(),
    }),
  ),
});
