import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { resellerTypes } from "./schemas.ts";

const type = z.enum(resellerTypes, "required");

export const typeChangeInput = z.strictObject({
  id,
  type,
  /** The day from whose beginning, in the agency's zone, it holds; left out = now. */
  day: z.iso.date("day_wrong").optional(),
});

export const plannedTypeChange = z.object({
  id: z.string(),
  name: z.string(),
  before: type,
  after: type,
  same: z.boolean(),
  ownPlans: z.object({ count: z.number(), managedBefore: z.boolean(), managedAfter: z.boolean() }),
  agencyPlans: z.object({ count: z.number(), seenBefore: z.boolean(), seenAfter: z.boolean() }),
  /** Business time; the moment itself where it takes effect now. */
  dueAt: z.string(),
});
