import { z } from "zod";
import { id, instant } from "../identity/schemas.ts";

export const orderSorts = ["placed", "-placed"] as const;
export const orderKinds = ["new", "change", "cancel", "reactivate"] as const;

/** What was asked for a subscription, and the invoice that came of it. */
const order = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(orderKinds),
  customer: z.object({ id: z.string(), name: z.string() }),
  subscription: z.object({ id: z.string(), code: z.string() }),
  planName: z.string(),
  quantity: z.number(),
  invoice: z.object({ id: z.string(), code: z.string() }).nullable(),
  placedAt: instant,
});

export const listInput = z.strictObject({
  customerId: id.optional(),
  sort: z.enum(orderSorts).default("-placed"),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const orderPage = z.object({
  orders: z.array(order),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});
