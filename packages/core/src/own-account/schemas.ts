import { z } from "zod";
import { instant } from "../identity/schemas.ts";

/** A company as its own people see it, with what it uses. */
export const ownAccount = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  country: z.string().nullable(),
  subscriptions: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      state: z.enum(["trial", "active", "ended"]),
      planName: z.string(),
      quantity: z.number(),
      unitMinor: z.int(),
      /** Tax is in it. */
      pricesIncludeTax: z.boolean(),
      currency: z.string(),
      interval: z.enum(["month", "year"]),
      /** The day on which it ends, or goes on. */
      periodTo: z.string(),
      cancelled: z.boolean(),
    }),
  ),
});

export const listInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const ownInvoicePage = z.object({
  invoices: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      kind: z.enum(["invoice", "credit_note"]),
      sellerName: z.string(),
      currency: z.string(),
      totalMinor: z.int(),
      issuedAt: instant,
      dueAt: instant,
      /** Null of a credit note. */
      state: z.enum(["open", "paid", "void", "uncollectible"]).nullable(),
      /** Since when a payment is on its way; null where none is. */
      comingSince: instant.nullable(),
      /** Where it can be paid; null where nothing is to pay, or not on this host. */
      payUrl: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});
