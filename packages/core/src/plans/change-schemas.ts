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

/** What a reseller has promised past what its new plan gives it to give, a meter each. */
const shortPromises = z.object({
  meter: z.string(),
  allocatedUnits: z.number(),
  /** What it may promise from then on; null = without limit. */
  mostUnits: z.number().nullable(),
  shortUnits: z.number(),
  /** Short even when everything unused has gone back. */
  missingUnits: z.number(),
  /** From whom how much would go back. */
  from: z.array(z.object({ accountId: z.string(), name: z.string(), before: z.number(), after: z.number() })),
});

export const effectives = ["now", "next_period"] as const;

export const changeInput = z.strictObject({
  id,
  planId: id,
  effective: z.enum(effectives, "required"),
  /** It goes on paying what it pays now. */
  keepPrice: z.boolean().default(false),
  /** Unused units go back from those it has promised them to, where the new plan would not cover them. */
  returnUnused: z.boolean().default(false),
});

export const plannedChange = changePreview.extend({
  id: z.string(),
  name: z.string(),
  /** Business time; the moment itself where it takes effect now. */
  dueAt: z.string(),
  /** Empty where everything promised stays covered. */
  short: z.array(shortPromises),
});
