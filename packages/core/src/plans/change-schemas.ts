import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { intervals } from "./terms.ts";

const planAt = z.object({ planId: z.string(), name: z.string(), version: z.number() });

/** `previewChange` as an answer. */
export const changePreview = z.object({
  before: planAt.nullable(),
  after: planAt,
  meters: z.array(
    z.object({
      meter: z.string(),
      before: z.number().nullable(),
      after: z.number().nullable(),
      used: z.number(),
      overUnits: z.number(),
    }),
  ),
  prices: z.array(
    z.object({
      currency: z.string(),
      interval: z.enum(intervals),
      before: z.number().nullable(),
      after: z.number().nullable(),
    }),
  ),
  same: z.boolean(),
});

export const effectives = ["now", "next_period"] as const;

export const changeInput = z.strictObject({
  id,
  planId: id,
  effective: z.enum(effectives, "required"),
  /** It goes on paying what it pays now. */
  keepPrice: z.boolean().default(false),
});

export const plannedChange = changePreview.extend({
  id: z.string(),
  name: z.string(),
  /** Business time; the moment itself where it takes effect now. */
  dueAt: z.string(),
});
