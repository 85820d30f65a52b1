import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { blocks } from "./rules.ts";

export const transferStates = ["requested", "scheduled", "done", "refused", "lapsed"] as const;
export const sides = ["giver", "receiver", "customer"] as const;

/** To whom: by id, as an agency knows its resellers (its own id is the agency itself), or by the code a partner has told. */
export const askInput = z.strictObject({
  customerId: id,
  receiverId: id.optional(),
  receiverCode: z.string().trim().toUpperCase().min(1, "required").max(40, "too_long").optional(),
});

/** What a transfer would do, from the same function that does it. */
export const outcome = z.object({
  block: z.enum(blocks).nullable(),
  customerName: z.string(),
  giverName: z.string(),
  receiverName: z.string().nullable(),
  /** The day it takes effect; null = at once, when all three have confirmed. */
  day: z.string().nullable(),
  subscriptions: z.array(
    z.object({
      id: z.string(),
      planName: z.string(),
      unitMinor: z.int(),
      /** Tax is in it. */
      pricesIncludeTax: z.boolean(),
      quantity: z.number(),
      currency: z.string(),
      interval: z.enum(["month", "year"]),
      periodTo: z.string(),
      /** It goes on at its price, or ends on that day. */
      after: z.enum(["goes_on", "ends"]),
    }),
  ),
  openInvoices: z.number(),
});

export const transfer = z.object({
  id: z.string(),
  customer: z.object({ id: z.string(), name: z.string() }),
  giver: z.object({ id: z.string(), name: z.string() }),
  receiver: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(transferStates),
  requestedAt: z.string(),
  lapsesAt: z.string(),
  confirmed: z.object({
    giver: z.string().nullable(),
    receiver: z.string().nullable(),
    customer: z.string().nullable(),
  }),
  refusedBy: z.enum(sides).nullable(),
  dueAt: z.string().nullable(),
  settledAt: z.string().nullable(),
  /** Which of the three whoever reads is; null for an agency between two resellers. */
  side: z.enum(sides).nullable(),
});

export const listInput = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: z.string().max(1_000, "too_long").optional(),
});

export const transferPage = z.object({
  transfers: z.array(transfer),
  next: z.string().nullable(),
  previous: z.string().nullable(),
});

export const byId = z.strictObject({ id });
export const answerInput = z.strictObject({ id, confirms: z.boolean() });
