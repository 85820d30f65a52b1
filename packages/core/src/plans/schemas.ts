import { z } from "zod";

/** What a plan includes of one meter. Units are the meter's own (messages, members). */
export const allowance = z.object({ meter: z.string(), includedUnits: z.number() });

export const plan = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  isDefault: z.boolean(),
  allowances: z.array(allowance),
});
