import { z } from "zod";
import { instant } from "../identity/schemas.ts";

export const clock = z.object({
  /** Business time: what renewals, trials, holds and due days go by. */
  now: instant,
  /** Only a test agency's can be moved. */
  movable: z.boolean(),
  /** Days it is ahead of the real one. */
  daysAhead: z.number(),
});

export const moveInput = z.strictObject({
  /** Forward only: what has happened stays. */
  days: z.int("days_wrong").min(1, "days_wrong").max(400, "days_wrong"),
});
