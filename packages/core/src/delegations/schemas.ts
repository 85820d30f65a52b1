import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { resellerTypes } from "../resellers/schemas.ts";
import { stopModes } from "../tenancy/stop-modes.ts";

/** Most resellers a ceiling can name; without a number there is no end. */
const mostNamed = 100_000;

/** What an upline may do with resellers of its own. */
export const ceiling = {
  create: z.boolean(),
  edit: z.boolean(),
  archive: z.boolean(),
  /** Ways of stopping a reseller that it may use, and undo. */
  stopModes: z.array(z.enum(stopModes)).max(stopModes.length),
  /** Types it may create. */
  types: z.array(z.enum(resellerTypes)).max(resellerTypes.length),
  /** Most live resellers it may have; null = as many as it likes. */
  maximum: z.int("count_wrong").min(0).max(mostNamed, "too_large").nullable(),
};

export const setInput = z.strictObject({ id, ...ceiling });

export const delegation = z.object({
  create: z.boolean(),
  edit: z.boolean(),
  archive: z.boolean(),
  stopModes: z.array(z.enum(stopModes)),
  types: z.array(z.enum(resellerTypes)),
  maximum: z.number().nullable(),
  /** Live resellers it has. */
  resellers: z.number(),
});

export const uplines = z.object({
  uplines: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(["distributor", "reseller"]),
      resellers: z.number(),
      maximum: z.number().nullable(),
    }),
  ),
});

export const readOutput = z.object({
  /** Null for an account that may have no resellers. */
  delegation: delegation.nullable(),
  /** It could be given some: it hangs on the agency itself. */
  possible: z.boolean(),
  /** Resellers that hang on it, deleted ones included until they are erased: while there are some, it stays what it is. */
  hanging: z.number(),
});
