import { z } from "zod";
import { id } from "../identity/schemas.ts";

/** As much as a plan can include. */
const mostUnits = 1_000_000_000_000;

export const units = z.int("units_wrong").min(0, "units_wrong").max(mostUnits, "units_wrong");
export const meter = z.string().min(1, "required").max(40, "too_long");
export const allowanceModes = ["guaranteed", "shared"] as const;

/** `guaranteed` is set aside for the child; `shared` is drawn from its parent's pool up to here, nothing set aside. */
export const given = z.object({ mode: z.enum(allowanceModes), units: z.number() });

const ofChild = { accountId: id, meter };
export const byChild = z.strictObject(ofChild);
export const setInput = z.strictObject({ ...ofChild, mode: z.enum(allowanceModes, "required"), units });

/** What an allowance would be or has become, in the meter's units per month. */
export const allowanceChange = z.object({
  accountId: z.string(),
  name: z.string(),
  meter: z.string(),
  before: given.nullable(),
  after: given.nullable(),
  /** What the giver has; null = without limit. */
  grantedUnits: z.number().nullable(),
  ratioPercent: z.number(),
  /** What the giver has guaranteed to all its children. */
  allocatedBefore: z.number(),
  allocatedAfter: z.number(),
  /** What it could still guarantee afterwards; null = without limit. */
  freeUnits: z.number().nullable(),
  /** Granted to the child, or used by it and everybody under it, this month. */
  takenUnits: z.number(),
  smallestUnits: z.number(),
  /** Null = without limit. */
  largestUnits: z.number().nullable(),
  /** Why it cannot be so; null where it can. */
  refusal: z
    .object({
      field: z.enum(["mode", "units"]),
      code: z.enum([
        "allowance_not_yours_to_promise",
        "allowance_only_less",
        "allowance_too_large",
        "allowance_used",
        "allowance_promised",
      ]),
      params: z.object({ units: z.number() }),
    })
    .nullable(),
});
