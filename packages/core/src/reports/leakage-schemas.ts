import { z } from "zod";
import { id } from "../identity/schemas.ts";

/** What does not fit, and what is not paid. */
export const leakKinds = [
  "active_not_billed",
  "billed_not_active",
  "quantity_differs",
  "unpaid_over_days",
] as const;

const columns = ["since", "customer", "amount"] as const;
export type LeakColumn = (typeof columns)[number];
export const leakSorts = columns.flatMap((column) => [column, `-${column}` as const]);

export const leakageInput = z.strictObject({
  kind: z.enum(leakKinds).optional(),
  /** An invoice counts as unpaid when it is past due for more days than this. */
  days: z.coerce.number().int().min(0).max(3_650).default(30),
  resellerId: id.optional(),
  customerId: id.optional(),
  /** Part of the customer's name, or the beginning of the number of a subscription or invoice. */
  search: z.string().trim().max(200, "too_long").optional(),
  sort: z.enum(leakSorts).default("since"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

const day = z.iso.date();
const named = z.object({ id: z.string(), name: z.string() });

export const leak = z.object({
  id: z.string(),
  kind: z.enum(leakKinds),
  /** The first day of the period it is about, or the day the invoice was due. */
  since: day,
  customer: named,
  /** The customer is a reseller, which buys for itself. */
  wholesale: z.boolean(),
  /** Whose customer it is; null for the agency's own, and where that is whoever asks. */
  reseller: named.nullable(),
  subscription: z.object({ id: z.string(), code: z.string(), plan: z.string() }).nullable(),
  /** The invoice that is wrong or unpaid; null where there is none. */
  invoice: z.object({ id: z.string(), code: z.string() }).nullable(),
  currency: z.string(),
  /**
   * Not billed: what the period would cost. Billed: the line. Differing: what runs less what was billed, for a whole period. Unpaid: the
   * invoice's total, tax included; all others are net.
   */
  amountMinor: z.int(),
  /** Null where the invoice is unpaid. `to` is null where the next period has not been begun. */
  period: z.object({ from: day, to: day.nullable() }).nullable(),
  quantity: z.int().nullable(),
  billedQuantity: z.int().nullable(),
  /** Days past due, of an invoice. */
  daysLate: z.int().nullable(),
});

export const leakagePage = z.object({
  leaks: z.array(leak),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});
