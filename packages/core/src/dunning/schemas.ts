import { z } from "zod";
import { id, instant } from "../identity/schemas.ts";

export const dunning = z.object({
  steps: z.array(
    z.object({
      step: z.number(),
      at: instant,
      /** `unsent`: its day came, and there was nobody to write to. */
      state: z.enum(["sent", "unsent", "next", "later", "paused", "stopped"]),
    }),
  ),
  pausedAt: instant.nullable(),
  pausedWhy: z.string().nullable(),
  /** Until when it waits for a payment that is on its way. */
  heldUntil: instant.nullable(),
  /** Since when it is past due, or from when it will be. */
  pastDue: z.object({ at: instant, reached: z.boolean() }),
  /** Nothing more comes: it was paid, taken back, or is not waited for. */
  ended: z.boolean(),
});

export const pauseInput = z.strictObject({
  /** The invoice's. */
  id,
  reason: z.string().trim().min(1, "required").max(200, "too_long"),
});
export const byInvoice = z.strictObject({ id });
